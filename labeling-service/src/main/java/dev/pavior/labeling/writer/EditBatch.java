package dev.pavior.labeling.writer;

import dev.pavior.contract.v1.Edit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** How a batch of edits is taken apart: what can be read, item by item. */
final class EditBatch {

    private EditBatch() {}

    /** The edits of one item in a batch. */
    record Group(int firstIndex, List<ConsumerRecord<String, Edit>> records) {}

    /** How many can be read before the first that cannot. */
    static int readable(List<ConsumerRecord<String, Edit>> batch) {
        for (int i = 0; i < batch.size(); i++) {
            if (isUnreadable(batch.get(i).value())) {
                return i;
            }
        }
        return batch.size();
    }

    private static boolean isUnreadable(@Nullable Edit value) {
        return value == null;
    }

    // In order of first appearance, so that nothing before a group's first record is left undone.
    static List<Group> groups(List<ConsumerRecord<String, Edit>> records) {
        Map<String, Group> groups = new LinkedHashMap<>();
        for (int i = 0; i < records.size(); i++) {
            int index = i;
            var record = records.get(i);
            groups.computeIfAbsent(
                            record.value().getItem(), item -> new Group(index, new ArrayList<>()))
                    .records()
                    .add(record);
        }
        return List.copyOf(groups.values());
    }
}
