package dev.pavior.intake.reading;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.contract.ItemKey;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.WorkItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** The items of one GitLab that are known to exist, by project or group and kind. */
final class KnownItems {

    private final String host;
    private final Deserializer<WorkItem> reader;
    private final Map<Shelf, Numbers> items = new HashMap<>();

    private KnownItems(String host, Deserializer<WorkItem> reader) {
        this.host = host;
        this.reader = reader;
    }

    private record Shelf(ItemKey.Container container, long id, ItemKey.Kind kind) {}

    /** Reads the newest state of each item, and of all of them only whether they exist. */
    static KnownItems scan(KafkaSettings kafka, AvroSerdes serdes, String host) {
        var known = new KnownItems(host, serdes.<WorkItem>of(Topics.WORK_ITEMS).deserializer());
        Consumers.scan(kafka, Topics.WORK_ITEMS.name(), known::take);
        return known;
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        var item =
                record.value() == null ? null : reader.deserialize(record.topic(), record.value());
        var key = ItemKey.parse(record.key());
        if (!key.host().equals(host)) {
            return;
        }
        var numbers = of(key.container(), key.containerId(), key.kind());
        if (item == null || item.getGone() != null) {
            numbers.remove(key.iid());
        } else {
            numbers.add(key.iid());
        }
    }

    Numbers of(ItemKey.Container container, long id, ItemKey.Kind kind) {
        return items.computeIfAbsent(new Shelf(container, id, kind), shelf -> new Numbers());
    }

    /** How many there are. */
    long size() {
        return items.values().stream().mapToLong(Numbers::size).sum();
    }

    /** The projects, or the groups, that have items. */
    List<Long> in(ItemKey.Container container) {
        return items.entrySet().stream()
                .filter(entry -> entry.getKey().container() == container)
                .filter(entry -> entry.getValue().size() > 0)
                .map(entry -> entry.getKey().id())
                .distinct()
                .sorted()
                .toList();
    }
}
