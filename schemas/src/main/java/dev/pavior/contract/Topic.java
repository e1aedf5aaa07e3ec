package dev.pavior.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * One topic as it must be on every cluster.
 *
 * @param name full name with its major version
 * @param key what its record keys are, in words
 * @param partitions partition count, fixed for the life of the topic
 * @param cleanup what becomes of old records
 * @param writer the one service that writes it
 * @param readers the services that may read it
 * @param restricted whether it may hold text of confidential items
 * @param schema schema of its values; empty where they are raw bytes
 */
public record Topic(
        String name,
        String key,
        int partitions,
        Cleanup cleanup,
        Service writer,
        List<Service> readers,
        boolean restricted,
        Optional<Schema> schema) {

    public Topic {
        readers = List.copyOf(readers);
    }

    /** The registry's subject for the values of this topic. */
    public String subject() {
        return name + "-value";
    }

    /** The settings this topic has beside its partitions and replicas. */
    public Map<String, String> config() {
        return cleanup.config();
    }

    /** What becomes of old records. */
    public sealed interface Cleanup {

        /** Records are never deleted. */
        record KeptForEver() implements Cleanup {}

        /** Records are deleted after a while. */
        record DeletedAfter(Duration retention) implements Cleanup {}

        /** The newest record of each key stays. */
        record Compacted() implements Cleanup {}

        /** This as the broker's topic settings. */
        default Map<String, String> config() {
            return new TreeMap<>(
                    switch (this) {
                        case KeptForEver() ->
                                Map.of("cleanup.policy", "delete", "retention.ms", "-1");
                        case DeletedAfter(Duration retention) ->
                                Map.of(
                                        "cleanup.policy",
                                        "delete",
                                        "retention.ms",
                                        Long.toString(retention.toMillis()));
                        case Compacted() ->
                                Map.of(
                                        "cleanup.policy",
                                        "compact",
                                        "delete.retention.ms",
                                        Long.toString(Duration.ofDays(7).toMillis()));
                    });
        }

        /** This in the words of the topic table. */
        default String words() {
            return switch (this) {
                case KeptForEver() -> "delete, kept for ever";
                case DeletedAfter(Duration retention) -> "delete, " + retention.toDays() + " days";
                case Compacted() -> "compact";
            };
        }
    }
}
