package dev.pavior.intake.webhook;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Who may send hooks and what each may cost.
 *
 * @param enabled whether any may; without, every hook is refused and no secret is needed
 * @param sources the GitLabs that may
 * @param secretsFile properties with the secrets of the sources, in place of those above; or blank
 * @param secretsRefresh how often that file is looked at
 * @param bodyLimit largest body that is read
 * @param inFlightLimit all bodies in memory together
 * @param keptForSmall the part of that which only small bodies may use
 * @param smallBody largest body that counts as small
 * @param bodyTimeout how long a body may take to arrive
 * @param answerWithin how long until a hook is answered, whatever happens behind
 * @param retryAfter what the sender is told when we are unavailable
 */
public record WebhookSettings(
        @DefaultValue("true") boolean enabled,
        List<Source> sources,
        @DefaultValue("") String secretsFile,
        @DefaultValue("5s") Duration secretsRefresh,
        @DefaultValue("25MB") DataSize bodyLimit,
        @DefaultValue("60MB") DataSize inFlightLimit,
        @DefaultValue("0.5") double keptForSmall,
        @DefaultValue("1MB") DataSize smallBody,
        @DefaultValue("10s") Duration bodyTimeout,
        @DefaultValue("4500ms") Duration answerWithin,
        @DefaultValue("5s") Duration retryAfter) {

    public WebhookSettings {
        sources =
                secretsFile.isBlank()
                        ? List.copyOf(sources)
                        : new SecretsFile(Path.of(secretsFile)).applyTo(sources);
        if (keptForSmall < 0 || largeLimit(inFlightLimit, keptForSmall) < bodyLimit.toBytes()) {
            throw new IllegalArgumentException(
                    "the in-flight limit, less what is kept for small bodies, must admit the"
                            + " largest body");
        }
    }

    /** What all large bodies together may use. */
    long largeLimit() {
        return largeLimit(inFlightLimit, keptForSmall);
    }

    private static long largeLimit(DataSize limit, double keptForSmall) {
        return Math.round(limit.toBytes() * (1 - keptForSmall));
    }
}
