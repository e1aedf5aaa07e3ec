package dev.pavior.local.trace;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One record on the path.
 *
 * @param at when it was made, by the clock of whoever made it
 * @param topic where it is
 * @param timestamp Kafka's timestamp, which is that of its cause
 * @param key its key, which for most topics is the item
 * @param delivery GitLab's id of the delivery behind it
 * @param receivedAt when that delivery came in, on the records that the door itself wrote
 * @param revision of the item, on the records that have one
 * @param words what it says
 */
public record Step(
        Instant at,
        String topic,
        int partition,
        long offset,
        Instant timestamp,
        String key,
        Optional<String> delivery,
        Optional<Instant> receivedAt,
        OptionalLong revision,
        String words) {

    /** Where it is, in short. */
    public String place() {
        return topic + "[" + partition + "]@" + offset;
    }
}
