package dev.pavior.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.local.hooks.HookSheet;
import dev.pavior.local.hooks.HookTable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HooksTest {

    private static final String ILL =
            """
            {"sources":{"default":true,"other":false},"hooks":[
              {"source":"default","container":"groups/9","hookId":4,"status":"executable",
               "disabledUntil":null,"missingEvents":[],"failed":0,"lastAction":"gap read",
               "lastActionAt":"2026-03-10T12:00:00.123Z","seenAt":"2026-03-10T12:01:00Z"},
              {"source":"default","container":"projects/3","hookId":5,
               "status":"temporarily_disabled","disabledUntil":"2026-03-10T13:00:00Z",
               "missingEvents":["milestone_events","note_events"],"failed":4,"lastAction":null,
               "lastActionAt":null,"seenAt":"2026-03-10T12:01:00Z"}]}
            """;

    @Test
    void laysTheHooksOutInColumns() {
        // When
        var lines = new HookTable(false).lines(sheet(ILL));

        // Then
        assertThat(lines)
                .containsExactly(
                        "CONTAINER           HOOK  STATUS                DISABLED UNTIL      "
                                + "  MISSING EVENTS  FAILED  LAST ACTION",
                        "default groups/9    4     executable            -                   "
                                + "  -               0       gap read 2026-03-10T12:00:00Z",
                        "default projects/3  5     temporarily_disabled  2026-03-10T13:00:00Z"
                                + "  milestone,note  4       -");
    }

    @Test
    void coloursTheStatusAndKeepsTheColumns() {
        // When
        var coloured = new HookTable(true).lines(sheet(ILL));

        // Then
        assertThat(coloured.get(1)).contains("\u001b[32mexecutable\u001b[0m  ");
        assertThat(coloured.get(2)).contains("\u001b[33mtemporarily_disabled\u001b[0m");
        assertThat(coloured.stream().map(line -> line.replaceAll("\u001b\\[\\d+m", "")))
                .containsExactlyElementsOf(new HookTable(false).lines(sheet(ILL)));
    }

    @Test
    void isHealthyOnlyWhereAllHooksWork() {
        assertThat(sheet(ILL).isHealthy()).isFalse();
        assertThat(sheet(ILL.replace("temporarily_disabled", "executable")).isHealthy()).isTrue();
        assertThat(sheet("{\"sources\":{},\"hooks\":[]}").isHealthy()).isFalse();
    }

    private static HookSheet sheet(String json) {
        return HookSheet.of(JsonMapper.builder().build().readTree(json));
    }
}
