package dev.pavior.local.provision;

import dev.pavior.contract.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;

/** A cluster's topics through its admin client. */
final class Cluster {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Admin admin;

    Cluster(Admin admin) {
        this.admin = admin;
    }

    /** The listed topics that exist. */
    record Existing(Map<String, TopicPlan.Found> byName) {

        Optional<TopicPlan.Found> of(Topic topic) {
            return Optional.ofNullable(byName.get(topic.name()));
        }
    }

    int brokers() {
        return done(admin.describeCluster().nodes()).size();
    }

    Existing find(List<Topic> listed) {
        var present = done(admin.listTopics().names());
        var names = listed.stream().map(Topic::name).filter(present::contains).toList();
        var found = new HashMap<String, TopicPlan.Found>();
        var settings = settings(names);
        for (TopicDescription topic : done(admin.describeTopics(names).allTopicNames()).values()) {
            var own = settings.getOrDefault(topic.name(), Map.of());
            found.put(topic.name(), new TopicPlan.Found(topic.partitions().size(), own));
        }
        return new Existing(found);
    }

    void create(TopicStep.Create step, Map<String, String> settings) {
        var topic = step.topic();
        var created =
                new NewTopic(topic.name(), topic.partitions(), step.replicas()).configs(settings);
        done(admin.createTopics(List.of(created)).all());
    }

    void change(TopicStep.Change step) {
        Collection<AlterConfigOp> changes =
                step.settings().entrySet().stream()
                        .map(setting -> new ConfigEntry(setting.getKey(), setting.getValue()))
                        .map(entry -> new AlterConfigOp(entry, AlterConfigOp.OpType.SET))
                        .toList();
        done(admin.incrementalAlterConfigs(Map.of(resource(step.topic().name()), changes)).all());
    }

    /** Waits until the cluster shows new topics, so that whoever comes next finds them. */
    void awaitVisible(List<Topic> topics) {
        var deadline = Instant.now().plus(PATIENCE);
        while (find(topics).byName().size() < topics.size()) {
            if (Instant.now().isAfter(deadline)) {
                throw new ProvisioningRefused("the cluster does not show the topics it created");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProvisioningRefused("interrupted while provisioning", e);
        }
    }

    private Map<String, Map<String, String>> settings(List<String> names) {
        var resources = names.stream().map(Cluster::resource).toList();
        return done(admin.describeConfigs(resources).all()).entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().name(), e -> settings(e.getValue())));
    }

    private static Map<String, String> settings(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static <T> T done(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new ProvisioningRefused("the cluster refuses: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProvisioningRefused("interrupted while provisioning", e);
        }
    }
}
