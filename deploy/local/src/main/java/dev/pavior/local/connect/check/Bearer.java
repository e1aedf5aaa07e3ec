package dev.pavior.local.connect.check;

import dev.pavior.local.connect.check.Reply.Answered;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Whom a token stands for.
 *
 * @param userId id of the user
 * @param user name of the user
 * @param admin whether the user administers the instance, where that is told
 * @param scopes what the token may do; empty where it does not say
 * @param expires its last day, where it has one
 */
public record Bearer(
        long userId, String user, boolean admin, List<String> scopes, Optional<LocalDate> expires) {

    public Bearer {
        scopes = List.copyOf(scopes);
    }

    /**
     * The bearer as two answers tell it.
     *
     * @param self what the token says of itself, or a refusal to
     */
    static Bearer of(Answered user, Answered self) {
        var scopes = self.json().filter(body -> self.isGood()).map(body -> body.path("scopes"));
        return new Bearer(
                user.json().map(body -> body.path("id").asLong(0)).orElse(0L),
                user.text("username"),
                user.json().map(body -> body.path("is_admin").asBoolean(false)).orElse(false),
                scopes.map(Bearer::texts).orElse(List.of()),
                expiry(self.text("expires_at")));
    }

    private static List<String> texts(JsonNode list) {
        return list.values().stream().map(scope -> scope.asString("")).toList();
    }

    private static Optional<LocalDate> expiry(String said) {
        try {
            return Optional.of(LocalDate.parse(said));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether the token may do more than this needs. */
    boolean mayWrite() {
        return scopes.contains("api") || scopes.contains("sudo");
    }

    boolean mayRead() {
        return scopes.isEmpty() || scopes.contains("read_api") || scopes.contains("api");
    }
}
