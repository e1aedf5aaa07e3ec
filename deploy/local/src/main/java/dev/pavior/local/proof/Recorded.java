package dev.pavior.local.proof;

import dev.pavior.contract.Service;
import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import dev.pavior.local.topics.Marks;
import dev.pavior.local.topics.Reader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The deliveries that have a record on the topics that the intake's door writes. */
public final class Recorded {

    private static final List<Topic> DOORS =
            List.of(
                    Topics.deadLetters(Service.INTAKE),
                    Topics.OBSERVATIONS,
                    Topics.NOTES,
                    Topics.REQUESTS,
                    Topics.CATALOG);

    private static final Pattern VISIT = Pattern.compile("(.+)\\.(\\d{1,9})");

    /** By source and run of an instance: visits are numbered, so a bit for each is enough. */
    private final Map<String, Map<String, BitSet>> visits = new TreeMap<>();

    /** The first topic that has a visit is its own: what was parked may be in part elsewhere. */
    private final Map<String, Long> byTopic = new TreeMap<>();

    private final Set<String> wanted;
    private final Set<String> found = new HashSet<>();
    private final List<Reader.Stretch> stretches = new ArrayList<>();

    Recorded(Set<String> wanted) {
        this.wanted = wanted;
    }

    /**
     * Reads those topics whole.
     *
     * @param wanted the deliveries that are looked for by GitLab's id of them
     */
    public static Recorded read(Reader reader, Set<String> wanted) {
        var recorded = new Recorded(wanted);
        for (var topic : DOORS) {
            var partitions = reader.partitions(topic.name());
            if (!partitions.isEmpty()) {
                recorded.add(reader.read(partitions, Optional.empty(), recorded::add));
            }
        }
        return recorded;
    }

    void add(List<Reader.Stretch> read) {
        stretches.addAll(read);
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
        Marks.text(record.headers(), "intake-visit")
                .map(VISIT::matcher)
                .filter(Matcher::matches)
                .ifPresent(visit -> add(visit.group(1), visit.group(2), record));
    }

    private void add(String run, String number, ConsumerRecord<byte[], byte[]> record) {
        var source = Marks.text(record.headers(), "intake-source").orElse("unknown");
        var known =
                visits.computeIfAbsent(source, s -> new TreeMap<>())
                        .computeIfAbsent(run, r -> new BitSet());
        int bit = Integer.parseInt(number);
        if (!known.get(bit)) {
            known.set(bit);
            byTopic.merge(noun(record.topic()), 1L, Long::sum);
        }
        Marks.text(record.headers(), "delivery-id").filter(wanted::contains).ifPresent(found::add);
    }

    /** How many deliveries of a source have a record; one may have several, and counts once. */
    long of(String source) {
        return visits.getOrDefault(source, Map.of()).values().stream()
                .mapToLong(BitSet::cardinality)
                .sum();
    }

    long all() {
        return visits.keySet().stream().mapToLong(this::of).sum();
    }

    /** Whether a delivery that was looked for has a record. */
    boolean has(String deliveryId) {
        return found.contains(deliveryId);
    }

    List<Reader.Stretch> stretches() {
        return List.copyOf(stretches);
    }

    /** The nouns of the topics that were read, such as observations. */
    static List<String> nouns() {
        return DOORS.stream().map(topic -> noun(topic.name())).toList();
    }

    /** How many deliveries have their record on one topic. */
    long on(String noun) {
        return byTopic.getOrDefault(noun, 0L);
    }

    /**
     * How many records one topic no longer holds: by retention those before its beginning, by
     * compaction those between others. No other topic's lack is explained by them.
     */
    long removed(String noun) {
        return stretches.stream()
                .filter(stretch -> noun(stretch.partition().topic()).equals(noun))
                .mapToLong(stretch -> isCompacted(noun) ? holes(stretch) : stretch.begin())
                .sum();
    }

    private static long holes(Reader.Stretch stretch) {
        return stretch.end() - stretch.records();
    }

    private static boolean isCompacted(String noun) {
        return DOORS.stream()
                .anyMatch(
                        topic ->
                                noun(topic.name()).equals(noun)
                                        && topic.cleanup() instanceof Topic.Cleanup.Compacted);
    }

    private static String noun(String topic) {
        return topic.split("\\.", 3)[1];
    }
}
