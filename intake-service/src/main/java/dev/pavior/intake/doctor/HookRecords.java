package dev.pavior.intake.doctor;

import dev.pavior.chassis.kafka.EventHeaders;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.HookHealth;
import dev.pavior.contract.v1.IntakeHealth;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Translates charts onto the wire and back. */
final class HookRecords {

    /** What the keys of all hooks begin with. */
    static final String PART = "hook/";

    private final Serializer<IntakeHealth> serializer;

    HookRecords(Serializer<IntakeHealth> serializer) {
        this.serializer = serializer;
    }

    /** The key of a hook, or of the place where there is none. */
    static String key(String source, String container, @Nullable Long hook) {
        return PART + source + "/" + container + "/" + (hook == null ? "none" : hook);
    }

    ProducerRecord<String, byte[]> written(IntakeHealth health) {
        var topic = Topics.HEALTH.name();
        var record =
                new ProducerRecord<>(topic, health.getPart(), serializer.serialize(topic, health));
        stamp(record, health.getAt());
        return record;
    }

    /** Says that a hook is no longer there to be looked after. */
    static ProducerRecord<String, byte[]> gone(String key, Instant now) {
        var record = new ProducerRecord<String, byte[]>(Topics.HEALTH.name(), key, null);
        stamp(record, now);
        return record;
    }

    private static void stamp(ProducerRecord<String, byte[]> record, Instant at) {
        var id = record.key() + "@" + at.toEpochMilli();
        EventHeaders.stamp(record.headers(), Topics.HEALTH, id, "/pavior/intake", at);
    }

    static IntakeHealth health(String source, String container, Chart chart, Seen seen) {
        var act = chart.act();
        var hook =
                HookHealth.newBuilder()
                        .setSource(source)
                        .setContainer(container)
                        .setHookId(seen.hook())
                        .setAlertStatus(seen.status().word())
                        .setDisabledUntil(millis(seen.disabledUntil()))
                        .setMissingEvents(List.copyOf(seen.missing()))
                        .setFailedCount(seen.failed())
                        .setLastAction(act == null ? null : act.word())
                        .setLastActionAt(act == null ? null : millis(act.at()))
                        .setGapSince(millis(chart.gap().since()))
                        .setHandledEventId(chart.gap().handled())
                        .build();
        return IntakeHealth.newBuilder()
                .setPart(key(source, container, seen.hook()))
                .setAt(seen.at().truncatedTo(ChronoUnit.MILLIS))
                .setHook(hook)
                .build();
    }

    static Chart chart(IntakeHealth health) {
        var hook = health.getHook();
        var seen =
                new Seen(
                        AlertStatus.of(hook.getAlertStatus()),
                        hook.getHookId(),
                        hook.getDisabledUntil(),
                        new TreeSet<>(hook.getMissingEvents()),
                        hook.getFailedCount(),
                        health.getAt());
        var act =
                hook.getLastAction() == null || hook.getLastActionAt() == null
                        ? null
                        : new Chart.Act(hook.getLastAction(), hook.getLastActionAt());
        long handled = hook.getHandledEventId() == null ? 0 : hook.getHandledEventId();
        return new Chart(seen, new Gap(hook.getGapSince(), 0, handled), act, Pause.NONE);
    }

    private static @Nullable Instant millis(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
    }
}
