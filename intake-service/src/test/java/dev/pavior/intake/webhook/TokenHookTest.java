package dev.pavior.intake.webhook;

import static dev.pavior.intake.webhook.Deliveries.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.v1.RequestKind;
import dev.pavior.contract.v1.WorkRequest;
import dev.pavior.intake.webhook.Translation.NotOurs;
import dev.pavior.intake.webhook.Translation.Unreadable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenHookTest {

    private static final String PROJECT =
            "\"project\":{\"id\":7,\"path_with_namespace\":\"team/runner\"}";
    private static final String GROUP = "\"group\":{\"group_id\":35,\"full_path\":\"team\"}";
    private static final String OLD_GROUP = "\"group\":{\"group_id\":35,\"group_path\":\"team\"}";

    @Test
    void asksForTheRotationOfATokenThatExpires() {
        // When
        var request = expiring(PROJECT, 25, "2026-01-26").main(WorkRequest.class);

        // Then
        assertThat(request.getKind()).isEqualTo(RequestKind.AUTOMATION);
        assertThat(request.getTitle())
                .isEqualTo("Rotate the access token deploy of team/runner by 2026-01-26");
        assertThat(request.getFields())
                .isEqualTo(
                        Map.of(
                                "task", "token rotation",
                                "token", "deploy",
                                "expires_at", "2026-01-26",
                                "container", "team/runner"));
        assertThat(request.getRequester()).isEqualTo("GitLab");
        assertThat(request.getRequesterId()).isZero();
        assertThat(request.getConfidential()).isTrue();
        assertThat(request.getEmergency()).isFalse();
        assertThat(request.getSubmittedAt()).isEqualTo(NOW);
    }

    @Test
    void asksOnceHoweverOftenGitLabReminds() {
        // When
        var id = expiring(PROJECT, 25, "2026-01-26").main(WorkRequest.class).getId();

        // Then
        assertThat(id).matches("[0-9a-f]{32}");
        assertThat(expiring(GROUP, 25, "2026-01-26").main(WorkRequest.class).getId()).isEqualTo(id);
        assertThat(expiring(PROJECT, 26, "2026-01-26").main(WorkRequest.class).getId())
                .isNotEqualTo(id);
        assertThat(expiring(PROJECT, 25, "2027-01-26").main(WorkRequest.class).getId())
                .isNotEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "#" + GROUP + "#, team",
                "#" + OLD_GROUP + "#, team",
                "#\"group\":{\"group_id\":35}#, group 35",
                "#\"x\":0#, an unnamed place"
            })
    void namesThePlaceOfTheToken(String place, String name) {
        // When
        var request = expiring(place, 25, "2026-01-26").main(WorkRequest.class);

        // Then
        assertThat(request.getFields()).containsEntry("container", name);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {
                "#\"name\":\"deploy\",\"expires_at\":\"2026-01-26\"#, no-id",
                "#\"id\":25,\"expires_at\":null#, no-expiry",
                "#\"id\":25,\"expires_at\":\"2026-02-30\"#, no-expiry"
            })
    void cannotReadATokenOrADayThatIsNotNamed(String attributes, String reason) {
        // Given
        var body =
                "{\"object_kind\":\"access_token\",\"event_name\":\"expiring_access_token\",\"object_attributes\":{%s}}"
                        .formatted(attributes);

        // When
        var translation = Deliveries.of(body).translated();

        // Then
        assertThat(translation).isEqualTo(new Unreadable(reason));
    }

    @Test
    void leavesOtherNewsOfTokensAlone() {
        // When
        var translation =
                Deliveries.of(
                                "{\"object_kind\":\"access_token\",\"event_name\":\"created\",\"object_attributes\":{}}")
                        .translated();

        // Then
        assertThat(translation).isEqualTo(new NotOurs("kind:access_token"));
    }

    private static Deliveries expiring(String place, long id, String day) {
        return Deliveries.of(
                """
                {"object_kind":"access_token","event_name":"expiring_access_token",%s,
                 "object_attributes":{"id":%d,"user_id":90,"name":"deploy","expires_at":"%s",
                   "created_at":"2024-01-24 16:27:40 UTC"}}"""
                        .formatted(place, id, day));
    }
}
