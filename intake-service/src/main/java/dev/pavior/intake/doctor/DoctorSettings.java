package dev.pavior.intake.doctor;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hooks are looked after.
 *
 * @param sources the GitLabs whose hooks are
 * @param interval how long between two looks at a hook
 * @param logInterval how long between two looks at the deliveries of a hook that works, and between
 *     two looks around for new projects
 */
@ConfigurationProperties("pavior.intake.doctor")
public record DoctorSettings(
        @DefaultValue List<DoctorSource> sources,
        @DefaultValue("2m") Duration interval,
        @DefaultValue("10m") Duration logInterval) {

    public DoctorSettings {
        sources = List.copyOf(sources);
        if (!interval.isPositive() || logInterval.compareTo(interval) < 0) {
            throw new IllegalArgumentException(
                    "the doctor's interval must be above 0 and no longer than that of the logs");
        }
    }
}
