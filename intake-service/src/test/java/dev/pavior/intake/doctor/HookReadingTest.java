package dev.pavior.intake.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.intake.gitlab.Container.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HookReadingTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }

    @Test
    void readsAHook() {
        // When
        var hook =
                HookReading.hook(
                        json(
                                "{'id':5,'url':'https://x.example/h','alert_status':"
                                        + "'temporarily_disabled','disabled_until':"
                                        + "'2026-03-10T12:00:00.000Z','issues_events':true,"
                                        + "'note_events':false,'token_present':false,"
                                        + "'signing_token_present':false}"));

        // Then
        assertThat(hook.status()).isEqualTo(AlertStatus.TEMPORARILY_DISABLED);
        assertThat(hook.disabledUntil()).isEqualTo(Instant.parse("2026-03-10T12:00:00Z"));
        assertThat(hook.hasSecret()).isFalse();
        // What this GitLab does not know it cannot be asked for.
        assertThat(Needs.missing(Kind.PROJECT, hook)).containsExactly("note_events");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{'id':'x','disabled_until':7,'alert_status':null}"})
    void readsWhateverComes(String text) {
        assertThat(HookReading.hook(json(text)).status()).isEqualTo(AlertStatus.UNKNOWN);
        assertThat(HookReading.tried(json(text)).isGood()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "200,true",
        "204,true",
        "302,true",
        "401,false",
        "500,false",
        "internal error,false"
    })
    void knowsASuccess(String status, boolean isGood) {
        assertThat(HookReading.tried(json("{'response_status':'" + status + "'}")).isGood())
                .isEqualTo(isGood);
    }

    @Test
    void tellsTheTimeOfADeliveryByWhateverTellsIt() {
        // Given
        var payload = "'request_data':{'object_attributes':{'updated_at':'%s'}}";
        var deliveries =
                List.of(
                        "{'response_headers':{'Date':'Tue, 10 Mar 2026 12:00:00 GMT'}}",
                        "{'request_headers':{'webhook-timestamp':'1773144000'}}",
                        "{" + payload.formatted("2026-03-10T12:00:00.000Z") + "}",
                        "{" + payload.formatted("2026-03-10 12:00:00 UTC") + "}");

        // When
        var times = deliveries.stream().map(d -> HookReading.tried(json(d)).at()).toList();

        // Then
        assertThat(times).containsOnly(Instant.parse("2026-03-10T12:00:00Z"));
    }

    @Test
    void readsTheKeyThatStaysTheSame() {
        // When
        var tried = HookReading.tried(json("{'id':3,'request_headers':{'idempotency-key':'k'}}"));

        // Then
        assertThat(tried.key()).isEqualTo("k");
    }

    @ParameterizedTest
    @CsvSource({
        "https://x.example/webhooks/gitlab/,true",
        "HTTPS://X.example:443/webhooks/gitlab,true",
        "https://x.example/webhooks/gitlab?a=1,false",
        "http://x.example/webhooks/gitlab,false",
        "https://y.example/webhooks/gitlab,false",
        "https://x.example/webhooks,false",
        "not a url,false"
    })
    void knowsItsOwn(String url, boolean isOurs) {
        assertThat(Examination.isSame(url, "https://x.example/webhooks/gitlab")).isEqualTo(isOurs);
    }
}
