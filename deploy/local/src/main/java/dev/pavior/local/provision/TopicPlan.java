package dev.pavior.local.provision;

import dev.pavior.contract.Topic;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides what a cluster still lacks of the listed topics.
 *
 * @param brokers how many brokers the cluster has
 */
record TopicPlan(int brokers) {

    /** A topic as a cluster has it. */
    record Found(int partitions, Map<String, String> settings) {}

    TopicStep decide(Topic topic, Optional<Found> found) {
        if (found.isEmpty()) {
            return new TopicStep.Create(topic, replicas());
        }
        if (found.get().partitions() != topic.partitions()) {
            return new TopicStep.Refuse(topic, found.get().partitions());
        }
        var changes = settings(topic);
        changes.entrySet().removeAll(found.get().settings().entrySet());
        return changes.isEmpty() ? new TopicStep.Keep(topic) : new TopicStep.Change(topic, changes);
    }

    /** The settings a topic must have on this cluster. */
    Map<String, String> settings(Topic topic) {
        var settings = new TreeMap<>(topic.config());
        settings.put("min.insync.replicas", replicas() >= 3 ? "2" : "1");
        return settings;
    }

    private short replicas() {
        return (short) Math.min(3, brokers);
    }
}
