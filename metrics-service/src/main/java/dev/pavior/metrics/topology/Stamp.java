package dev.pavior.metrics.topology;

import dev.pavior.chassis.kafka.EventHeaders;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.Scorecard;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Puts the event headers on each scorecard; the id says which item brought the cell to what. */
final class Stamp extends ContextualFixedKeyProcessor<String, Scorecard, Scorecard> {

    @Override
    public void process(FixedKeyRecord<String, Scorecard> record) {
        var card = record.value();
        var item = Objects.requireNonNullElse(card.getChangedBy(), "");
        EventHeaders.stamp(
                record.headers(),
                Topics.SCORECARDS,
                "%s=%d/%s %s"
                        .formatted(record.key(), card.getNumerator(), card.getDenominator(), item),
                "/v1/kpis/" + card.getKpi(),
                Objects.requireNonNullElse(
                        card.getKnownSince(), Instant.ofEpochMilli(record.timestamp())));
        context().forward(record);
    }
}
