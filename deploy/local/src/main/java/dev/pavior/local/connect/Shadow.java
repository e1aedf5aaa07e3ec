package dev.pavior.local.connect;

import dev.pavior.local.connect.check.Target;
import dev.pavior.local.connect.check.TokenFile;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the services of a run are told that only reads: no token to write with, and no hooks.
 *
 * @param told what this run says itself
 * @param caller looks up what the caller may say beside
 */
public record Shadow(Map<String, String> told, UnaryOperator<@Nullable String> caller)
        implements UnaryOperator<@Nullable String> {

    /** All else the caller's shell may hold, tokens above all, is for other runs. */
    private static final Set<String> CALLERS =
            Set.of(
                    "PAVIOR_CHARTER_DIR",
                    "PAVIOR_GITLAB_SHARE",
                    "PAVIOR_GITLAB_REQUESTS_PER_MINUTE",
                    "PAVIOR_READING_POLL_INTERVAL");

    public Shadow {
        told = Map.copyOf(told);
    }

    /** The settings for reading one target. */
    public static Shadow of(
            Target target, TokenFile token, UnaryOperator<@Nullable String> caller) {
        return new Shadow(
                Map.of(
                        "PAVIOR_GITLAB_URL", target.url().toString(),
                        "PAVIOR_GITLAB_READ_TOKEN_FILE", token.path().toString(),
                        "PAVIOR_GITLAB_GROUPS", String.join(",", target.groups()),
                        "PAVIOR_GITLAB_PROJECTS", String.join(",", target.projects()),
                        "PAVIOR_WEBHOOK_ENABLED", "false",
                        "PAVIOR_DRY_RUN", "true"),
                caller);
    }

    @Override
    public @Nullable String apply(@Nullable String variable) {
        var own = told.get(String.valueOf(variable));
        if (own != null) {
            return own;
        }
        return CALLERS.contains(String.valueOf(variable)) ? caller.apply(variable) : null;
    }
}
