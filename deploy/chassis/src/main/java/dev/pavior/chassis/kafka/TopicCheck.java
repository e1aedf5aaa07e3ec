package dev.pavior.chassis.kafka;

import dev.pavior.contract.Service;
import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Compares the topics a service needs with those the cluster has. */
final class TopicCheck {

    /** What the comparison came to. */
    sealed interface Outcome {

        /** All topics are as listed. */
        record Right() implements Outcome {}

        /** Something is not there yet; it may come. */
        record NotYet(String reason) implements Outcome {}

        /** A topic has another partition count, which would scatter the keys: never start. */
        record Wrong(List<String> problems) implements Outcome {}
    }

    private static final long TIMEOUT_SECONDS = 5;

    private final Admin admin;
    private final List<Topic> topics;

    TopicCheck(Admin admin, Service service) {
        this.admin = admin;
        this.topics = Topics.of(service);
    }

    Outcome run() throws InterruptedException {
        var problems = new ArrayList<String>();
        try {
            for (var topic : topics) {
                int found = partitions(topic);
                if (found != topic.partitions()) {
                    problems.add(
                            "topic %s has %d partitions, but must have %d"
                                    .formatted(topic.name(), found, topic.partitions()));
                }
            }
        } catch (ExecutionException | TimeoutException e) {
            return new Outcome.NotYet(reason(e));
        }
        return problems.isEmpty() ? new Outcome.Right() : new Outcome.Wrong(problems);
    }

    private int partitions(Topic topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        return admin.describeTopics(List.of(topic.name()))
                .allTopicNames()
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .values()
                .iterator()
                .next()
                .partitions()
                .size();
    }

    private static String reason(Exception failure) {
        return failure.getCause() instanceof UnknownTopicOrPartitionException missing
                ? "a topic does not exist yet; provision it (" + missing.getMessage() + ")"
                : "the broker does not answer";
    }
}
