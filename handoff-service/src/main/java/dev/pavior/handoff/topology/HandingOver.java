package dev.pavior.handoff.topology;

import dev.pavior.chassis.kafka.EventHeaders;
import dev.pavior.contract.Topics;
import dev.pavior.handoff.domain.Decision;
import dev.pavior.handoff.domain.Dossier;
import dev.pavior.handoff.domain.Handoff;
import dev.pavior.handoff.domain.HandoverRule;
import dev.pavior.handoff.domain.News;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * Adds each piece of news to the dossier of its item, and publishes the handoff when that changes.
 *
 * <p>A dossier without a handoff asks the published ones: after a loss of all state the past is
 * read again, and nothing that was said before is said again.
 */
final class HandingOver implements Processor<String, News, String, dev.pavior.contract.v1.Handoff> {

    private final HandoverRule rule;
    private final Consumer<Outcome> outcomes;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else
    private ProcessorContext<String, dev.pavior.contract.v1.Handoff> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Dossier> dossiers;

    @SuppressWarnings("NullAway.Init")
    private ReadOnlyKeyValueStore<String, ValueAndTimestamp<dev.pavior.contract.v1.Handoff>>
            published;

    @SuppressWarnings("NullAway.Init")
    private Cancellable review;

    HandingOver(HandoverRule rule, Consumer<Outcome> outcomes) {
        this.rule = rule;
        this.outcomes = outcomes;
    }

    @Override
    public void init(ProcessorContext<String, dev.pavior.contract.v1.Handoff> context) {
        this.context = context;
        this.dossiers = context.getStateStore(HandoffTopology.DOSSIERS);
        this.published = context.getStateStore(HandoffTopology.PUBLISHED);
        this.review =
                context.schedule(
                        Duration.ofMillis(1), PunctuationType.WALL_CLOCK_TIME, this::review);
    }

    @Override
    public void process(Record<String, News> record) {
        outcomes.accept(take(record));
    }

    private Outcome take(Record<String, News> record) {
        if (record.value() instanceof News.Empty) {
            return Outcome.EMPTY;
        }
        var dossier = dossier(record.key()).with(record.value());
        if (dossier.isEmpty()) {
            return Outcome.STALE;
        }
        var decision = rule.decide(dossier.get());
        keep(record.key(), dossier.get(), decision);
        if (decision instanceof Decision.Publish(Handoff handoff)) {
            publish(handoff, record.timestamp(), record.headers());
        }
        return Outcome.of(decision, dossier.get().handoff());
    }

    private Dossier dossier(String key) {
        var kept = Objects.requireNonNullElse(dossiers.get(key), Dossier.EMPTY);
        var said = kept.handoff() == null ? published(key) : null;
        return said == null ? kept : kept.with(said);
    }

    private @Nullable Handoff published(String key) {
        var said = published.get(key);
        return said == null ? null : Records.handoff(said.value());
    }

    private void keep(String key, Dossier dossier, Decision decision) {
        dossiers.put(
                key,
                decision instanceof Decision.Publish(Handoff handoff)
                        ? dossier.with(handoff)
                        : dossier);
    }

    /** Once at the start: the ownership file or the taxonomy may have changed meanwhile. */
    private void review(long now) {
        review.cancel();
        try (var all = dossiers.all()) {
            all.forEachRemaining(
                    entry -> {
                        if (rule.decide(entry.value) instanceof Decision.Publish(Handoff handoff)) {
                            dossiers.put(entry.key, entry.value.with(handoff));
                            publish(handoff, now, new RecordHeaders());
                        }
                    });
        }
    }

    private void publish(Handoff handoff, long timestamp, Headers from) {
        var headers = new RecordHeaders(from);
        EventHeaders.stamp(
                headers,
                Topics.HANDOFFS,
                handoff.item() + "#" + handoff.revision() + "." + handoff.workflowRevision(),
                "//" + handoff.item(),
                handoff.since());
        context.forward(new Record<>(handoff.item(), Records.record(handoff), timestamp, headers));
    }
}
