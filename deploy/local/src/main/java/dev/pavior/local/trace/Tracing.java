package dev.pavior.local.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import dev.pavior.local.topics.Marks;
import dev.pavior.local.topics.Reader;
import dev.pavior.local.topics.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;

/** Reads the topics in the order in which things flow, and keeps what has to do with a subject. */
public final class Tracing {

    /** What the intake keeps for itself says nothing of items. */
    private static final Set<Topic> APART = Set.of(Topics.CURSORS, Topics.HEALTH);

    private final Reader reader;
    private final StepRecords records;
    private final Subject subject;
    private final Set<String> deliveries = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();

    /**
     * A tracing of one subject.
     *
     * @param confidential whether text itself is wanted
     */
    public Tracing(Reader reader, Values values, boolean confidential, Subject subject) {
        this.reader = reader;
        this.records = new StepRecords(values, new Words(confidential));
        this.subject = subject;
        if (subject instanceof Subject.Delivery(String id)) {
            deliveries.add(id);
        }
    }

    /** The steps, in the order in which they were made. */
    public List<Step> since(Optional<Instant> since) {
        for (var topic : Topics.all()) {
            var partitions = APART.contains(topic) ? List.<TopicPartition>of() : partitions(topic);
            if (!partitions.isEmpty()) {
                reader.read(partitions, since, record -> look(topic, record));
            }
        }
        steps.sort(Comparator.comparing(Step::at));
        return List.copyOf(steps);
    }

    /** An item is always in one partition of the topics that are keyed by it. */
    private List<TopicPartition> partitions(Topic topic) {
        var all = reader.partitions(topic.name());
        if (subject instanceof Subject.Item(String key) && topic.key().equals("item")) {
            int partition = BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), all.size());
            return List.of(new TopicPartition(topic.name(), partition));
        }
        return all;
    }

    private void look(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        var key = record.key() == null ? "" : new String(record.key(), UTF_8);
        var delivery = Marks.text(record.headers(), "delivery-id");
        boolean named = subject instanceof Subject.Item(String item) && item.equals(key);
        if (named || isKnown(delivery, topic) || changed(topic, record)) {
            delivery.filter(id -> named).ifPresent(deliveries::add);
            steps.add(records.step(topic, record, key, delivery));
        }
    }

    /** A delivery's other items are not this item's story, but its letters and entries are. */
    private boolean isKnown(Optional<String> delivery, Topic topic) {
        boolean mine = delivery.map(deliveries::contains).orElse(false);
        return mine && (subject instanceof Subject.Delivery || !topic.key().equals("item"));
    }

    /** A scorecard names the item that last changed it. */
    private boolean changed(Topic topic, ConsumerRecord<byte[], byte[]> record) {
        return topic.equals(Topics.SCORECARDS)
                && subject instanceof Subject.Item(String item)
                && records.decoded(record)
                        .map(card -> Words.said(card, "changedBy"))
                        .filter(item::equals)
                        .isPresent();
    }

    /** What a text names: an item where it is an item's key, else a delivery. */
    public static Subject subject(String text) {
        try {
            return new Subject.Item(ItemKey.parse(text).toString());
        } catch (IllegalArgumentException e) {
            return new Subject.Delivery(text);
        }
    }
}
