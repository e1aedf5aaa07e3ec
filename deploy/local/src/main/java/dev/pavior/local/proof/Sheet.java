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
 * @param published those that were published by the noun of the topic that has them; by "none"
 *     those that were counted before that was told
 */
public record Sheet(
        String instance,
        Instant at,
        long restarts,
        long received,
        Map<String, Map<String, Long>> sources,
        Map<String, Long> published) {

    /** The noun of the topic of those that were parked. */
    static final String PARKED = "dlt";

    /** In place of a noun: counted by an intake that did not tell the topic yet. */
    static final String UNTOLD = "none";

    static final List<String> OUTCOMES =
            List.of("published", "ignored", "parked", "refused", "unavailable");

    static Sheet of(String instance, GenericRecord health) {
        var balance = (GenericRecord) health.get("balance");
        var sources = new TreeMap<String, Map<String, Long>>();
        var published = new TreeMap<String, Long>();
        for (var element : (List<?>) balance.get("lines")) {
            var line = (GenericRecord) element;
            var outcome = line.get("outcome").toString();
            var count = (Long) line.get("deliveryCount");
            sources.computeIfAbsent(line.get("source").toString(), source -> new TreeMap<>())
                    .merge(outcome, count, Long::sum);
            if (outcome.equals("published")) {
                published.merge(line.get("reason").toString(), count, Long::sum);
            }
        }
        return new Sheet(
                instance,
                Instant.ofEpochMilli((Long) health.get("at")),
                ((Number) balance.get("restarts")).longValue(),
                (Long) balance.get("receivedCount"),
                sources,
                published);
    }

    /** How many ended in one way. */
    long count(String outcome) {
        return sources.values().stream().mapToLong(by -> by.getOrDefault(outcome, 0L)).sum();
    }

    long ended() {
        return OUTCOMES.stream().mapToLong(this::count).sum();
    }

    /** Those that must have a record on a topic of the intake's. */
    long recorded(String noun) {
        return noun.equals(PARKED) ? count("parked") : published.getOrDefault(noun, 0L);
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
