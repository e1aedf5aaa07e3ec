package dev.pavior.intake.reading;

import dev.pavior.contract.v1.BudgetUse;
import dev.pavior.contract.v1.IntakeHealth;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.Origin;
import dev.pavior.contract.v1.ReadCursor;
import dev.pavior.contract.v1.ReadJob;
import dev.pavior.contract.v1.ReadState;
import dev.pavior.intake.gitlab.GitLab;
import dev.pavior.intake.reading.sight.Look;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all jobs on one source work with.
 *
 * @param gitLab the source
 * @param letters writes records
 * @param outbox publishes them
 * @param cursors how far all jobs have come
 */
record Desk(
        GitLab gitLab,
        Letters letters,
        Outbox outbox,
        Cursors cursors,
        ReadingSettings settings,
        Clock clock) {

    private static final Logger log = LoggerFactory.getLogger(Desk.class);

    String source() {
        return gitLab.source().name();
    }

    String host() {
        return gitLab.source().host();
    }

    /** Now, as records hold it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A look that was begun at that time. */
    Look look(Origin origin, Instant begun) {
        return new Look(source(), host(), origin, begun);
    }

    Optional<ReadCursor> cursor(ReadJob job, String scope) {
        return cursors.find(source(), job, scope);
    }

    /** Keeps a cursor; it is known to all when this comes back. */
    void keep(ReadCursor.Builder cursor) {
        var kept = cursor.setUpdatedAt(now()).build();
        if (isNewFailure(kept)) {
            log.atWarn()
                    .addKeyValue("source", source())
                    .addKeyValue("job", kept.getJob())
                    .addKeyValue("scope", kept.getScope())
                    .log("Reading failed: {}", kept.getReason());
        }
        outbox.send(letters.kept(kept));
        cursors.take(kept);
    }

    private boolean isNewFailure(ReadCursor next) {
        var before = cursor(next.getJob(), next.getScope());
        return next.getState() == ReadState.FAILED
                && before.filter(known -> known.getState() == ReadState.FAILED)
                        .filter(known -> Objects.equals(known.getReason(), next.getReason()))
                        .isEmpty();
    }

    void publish(List<Observation> sights) {
        outbox.send(sights.stream().map(letters::observed).toList());
    }

    /** Tells those who watch the intake how much is asked of the source. */
    void tellBudget() {
        var use = gitLab.budget().use();
        var told =
                BudgetUse.newBuilder()
                        .setShare(use.share())
                        .setLimitPerMinute(use.limitPerMinute())
                        .setUsedPerMinute(use.usedPerMinute())
                        .setThrottledCount(use.throttled())
                        .setWaitingUntil(use.waitingUntil())
                        .build();
        var health = IntakeHealth.newBuilder().setPart("source/" + source()).setAt(now());
        outbox.send(letters.told(health.setBudget(told).build()));
    }
}
