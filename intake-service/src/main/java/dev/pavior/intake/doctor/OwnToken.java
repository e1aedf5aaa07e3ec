package dev.pavior.intake.doctor;

import dev.pavior.intake.expiry.TokenExpiry;
import dev.pavior.intake.gitlab.Answer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * One of the tokens that we ask GitLab with.
 *
 * @param use what it is for
 * @param host host of the GitLab
 * @param asking asks GitLab about it
 */
record OwnToken(String use, String host, Supplier<Answer<JsonNode>> asking) {

    /** When it expires; empty where it does not, or GitLab does not say. */
    Optional<TokenExpiry> expiry() {
        return asking.get() instanceof Answer.Found<JsonNode>(var json)
                ? read(json)
                : Optional.empty();
    }

    private Optional<TokenExpiry> read(JsonNode json) {
        try {
            var date = LocalDate.parse(json.path("expires_at").asString(""));
            var name = json.path("name").asString("unnamed");
            var id = json.path("id").asLong(0);
            return Optional.of(new TokenExpiry(host, id, name, "Pavior, to " + use, date));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
