package dev.pavior.intake.reading;

import dev.pavior.intake.gitlab.GitLab;
import dev.pavior.intake.publish.Receipt;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** Desks whose records go nowhere. */
final class Desks {

    private Desks() {}

    static Desk of(GitLab gitLab) {
        return new Desk(
                gitLab,
                new Letters(null),
                new Outbox(
                        (record, receipt) -> receipt.accept(Receipt.ACKNOWLEDGED),
                        new SimpleMeterRegistry()),
                new Cursors(),
                new ReadingSettings(
                        List.of(),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(10),
                        "0 30 2 * * *",
                        ZoneId.of("UTC"),
                        0.02,
                        5,
                        Duration.ofDays(7),
                        1),
                Clock.systemUTC());
    }
}
