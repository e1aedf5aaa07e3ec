package dev.pavior.local.proof;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;

/**
 * What one instance of the intake says of itself.
 *
 * @param at when it last wrote this
 * @param received all deliveries that came in
 * @param sources how many ended how, by source and then by outcome
 */
public record Sheet(
        String instance,
        Instant at,
        long restarts,
        long received,
        Map<String, Map<String, Long>> sources) {

    static final List<String> OUTCOMES =
            List.of("published", "ignored", "parked", "refused", "unavailable");

    static Sheet of(String instance, GenericRecord health) {
        var balance = (GenericRecord) health.get("balance");
        var sources = new TreeMap<String, Map<String, Long>>();
        for (var element : (List<?>) balance.get("lines")) {
            var line = (GenericRecord) element;
            sources.computeIfAbsent(line.get("source").toString(), source -> new TreeMap<>())
                    .merge(
                            line.get("outcome").toString(),
                            (Long) line.get("deliveryCount"),
                            Long::sum);
        }
        return new Sheet(
                instance,
                Instant.ofEpochMilli((Long) health.get("at")),
                ((Number) balance.get("restarts")).longValue(),
                (Long) balance.get("receivedCount"),
                sources);
    }

    /** How many ended in one way. */
    long count(String outcome) {
        return sources.values().stream().mapToLong(by -> by.getOrDefault(outcome, 0L)).sum();
    }

    long ended() {
        return OUTCOMES.stream().mapToLong(this::count).sum();
    }

    /** Those of which a record is kept: what was ignored, refused or not taken leaves none. */
    long recorded() {
        return count("published") + count("parked");
    }

    /** Those that were answered with success. */
    long good() {
        return recorded() + count("ignored");
    }
}
