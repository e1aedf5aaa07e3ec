package dev.pavior.local.provision;

import dev.pavior.contract.Topic;
import java.util.Map;

/** What provisioning does about one topic. */
public sealed interface TopicStep {

    /** The topic this is about. */
    Topic topic();

    /** This in words, for whoever runs the provisioning. */
    String words();

    /** The topic is missing. */
    record Create(Topic topic, short replicas) implements TopicStep {
        @Override
        public String words() {
            return "created, %d partitions, %s"
                    .formatted(topic.partitions(), topic.cleanup().words());
        }
    }

    /** The topic is as listed. */
    record Keep(Topic topic) implements TopicStep {
        @Override
        public String words() {
            return "as listed";
        }
    }

    /** Some settings of the topic differ. */
    record Change(Topic topic, Map<String, String> settings) implements TopicStep {
        @Override
        public String words() {
            return "changed " + settings;
        }
    }

    /** The topic has another number of partitions, which nothing can mend in place. */
    record Refuse(Topic topic, int partitions) implements TopicStep {
        @Override
        public String words() {
            return ("has %d partitions where %d are listed; records are spread by key, so the count"
                            + " cannot be changed: delete the topic, or correct the list")
                    .formatted(partitions, topic.partitions());
        }
    }
}
