package dev.pavior.labeling.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pavior.labeling.domain.Action;
import dev.pavior.labeling.domain.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyFileTest {

    private static final Path CHARTER =
            Path.of(System.getProperty("pavior.root"), "deploy/charter/policies");

    private final PolicyFile reader = new PolicyFile(new CelConditions());

    /** A good file of eleven lines; a bad one differs from it in one line. */
    private static final String GOOD =
            """
            resource_rules:
              issues:
                rules:
                  - name: one
                    conditions:
                      state: opened
                      labels: [a]
                      forbidden_labels: [b]
                      cel: item.weight > 1
                    actions:
                      labels: [c]
            """;

    @Test
    void readsRulesOfThisFormat() {
        // When
        var policy = reader.read("p.yaml", GOOD).getFirst();

        // Then
        assertThat(policy.name()).isEqualTo("one");
        assertThat(policy.place()).isEqualTo("p.yaml:4");
        assertThat(policy.kind()).isEqualTo(Kind.ISSUE);
        assertThat(policy.action()).isEqualTo(new Action(List.of("c"), List.of()));
        assertThat(policy.conditions())
                .extracting(condition -> condition.text())
                .containsExactly(
                        "state: opened",
                        "labels: [a]",
                        "forbidden_labels: [b]",
                        "cel: item.weight > 1");
    }

    @Test
    void followsAnchorsAndMergesAndSkipsTheByteOrderMark() {
        // Given
        var text =
                """
                .team: &team
                  labels: [team]
                resource_rules:
                  merge_requests:
                    rules:
                      - name: merged
                        conditions: {<<: *team, state: merged}
                        actions: {remove_labels: [x]}
                """;

        // When
        var policy = reader.read("p.yaml", "\uFEFF" + text).getFirst();

        // Then
        assertThat(policy.conditions())
                .extracting(condition -> condition.text())
                .containsExactly("state: merged", "labels: [team]");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(1, "resource_rules:", "resource_rulez:", "unknown key \"resource_rulez\""),
                mistake(2, "issues:", "epics:", "unknown key \"epics\""),
                mistake(3, "rules:", "summaries:", "unknown key \"summaries\""),
                mistake(4, "- name: one", "- nam: one", "unknown key \"nam\""),
                mistake(4, "- name: one", "- name: 1", "name must be text"),
                mistake(4, "- name: one", "- name: ' '", "name must not be blank"),
                mistake(6, "state: opened", "state: merged", "is none of [closed, opened]"),
                mistake(6, "state: opened", "date: yesterday", "unknown key \"date\""),
                mistake(6, "state: opened", "ruby: true", "say it with cel"),
                mistake(6, "state: opened", "cel: item.draft", "\"cel\" is given twice", 9),
                mistake(7, "labels: [a]", "labels: a", "labels must be a list"),
                mistake(7, "labels: [a]", "labels: []", "labels must not be empty"),
                mistake(7, "labels: [a]", "labels: [1]", "must be text; quote it"),
                mistake(7, "labels: [a]", "labels: [{a, b}]", "a label must be text"),
                mistake(7, "labels: [a]", "labels: ['x,y']", "cannot have a comma"),
                mistake(7, "labels: [a]", "labels: ['t{1..3}']", "say it with cel"),
                mistake(7, "labels: [a]", "labels: [None]", "say it with cel"),
                mistake(8, "forbidden_labels: [b]", "forbidden_labels: b", "must be a list"),
                mistake(9, "item.weight > 1", "item.height > 1", "undefined field 'height'"),
                mistake(9, "item.weight > 1", "item.weight > 'x'", "no matching overload"),
                mistake(9, "item.weight > 1", "item.weight", "expected type 'bool'"),
                mistake(9, "item.weight > 1", "item.weight >", "cel, column"),
                mistake(9, "item.weight > 1", "now > 1", "undeclared reference"),
                mistake(9, "item.weight > 1", "item == item", "item stands alone"),
                mistake(9, "item.weight > 1", "1 > 2", "looks at no field"),
                mistake(11, "labels: [c]", "comment: hello", "unknown key \"comment\""),
                mistake(11, "labels: [c]", "labels:", "labels must be a list"));
    }

    private static Arguments mistake(int line, String good, String bad, String reason) {
        return mistake(line, good, bad, reason, line);
    }

    private static Arguments mistake(int line, String good, String bad, String reason, int at) {
        var lines = GOOD.split("\n");
        lines[line - 1] = lines[line - 1].replace(good, bad);
        return Arguments.of(bad, String.join("\n", lines) + "\n", at, reason);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void refusesTheFileWithLineAndReason(String bad, String text, int line, String reason) {
        // When, Then
        assertThatThrownBy(() -> reader.read("policies/p.yaml", text))
                .isInstanceOf(PolicyRefused.class)
                .hasMessageStartingWith("policies/p.yaml:" + line + ": ")
                .hasMessageContaining(reason);
    }

    @Test
    void countsLinesInsideABlockOfCel() {
        // Given
        var text =
                GOOD.replace(
                        "cel: item.weight > 1",
                        "cel: |\n          item.weight > 1 &&\n          item.height > 2");

        // When, Then
        assertThatThrownBy(() -> reader.read("p.yaml", text)).hasMessageStartingWith("p.yaml:11: ");
    }

    @Test
    void refusesTextThatIsNotYaml() {
        // When, Then
        assertThatThrownBy(() -> reader.read("p.yaml", "resource_rules:\n  issues: [\n"))
                .hasMessageStartingWith("p.yaml:3: not YAML");
    }

    @Test
    void refusesWhatWouldMatchEveryItem() {
        // Given
        var text =
                """
                resource_rules:
                  issues:
                    rules:
                      - name: all
                        conditions: {}
                        actions: {labels: [x]}
                """;

        // When, Then
        assertThatThrownBy(() -> reader.read("p.yaml", text))
                .hasMessageStartingWith("p.yaml:5: conditions must not be empty");
    }

    @Test
    void readsTheCharter() {
        // When
        var policies = PolicyFolder.read(CHARTER);

        // Then
        assertThat(policies.version()).matches("[0-9a-f]{12}");
        assertThat(policies.policies())
                .extracting(policy -> policy.name())
                .contains("candidate-without-metric-label");
    }

    @Test
    void refusesTwoPoliciesOfOneName(@TempDir Path folder) throws IOException {
        // Given
        Files.writeString(folder.resolve("a.yaml"), GOOD);
        Files.writeString(folder.resolve("b.yaml"), GOOD);

        // When, Then
        assertThatThrownBy(() -> PolicyFolder.read(folder))
                .isInstanceOf(PolicyRefused.class)
                .hasMessageContaining("/b.yaml:4: a second policy named \"one\"");
    }

    @Test
    void changesItsVersionWithAnyFile(@TempDir Path folder) throws IOException {
        // Given
        Files.writeString(folder.resolve("a.yaml"), GOOD);
        var before = PolicyFolder.read(folder).version();

        // When
        Files.writeString(folder.resolve("a.yaml"), GOOD + "# said\n");

        // Then
        assertThat(PolicyFolder.read(folder).version()).isNotEqualTo(before);
    }
}
