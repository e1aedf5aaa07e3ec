package dev.pavior.local.provision;

import dev.pavior.contract.Topic;
import dev.pavior.local.registry.SchemaRegistry;
import dev.pavior.local.topics.Reach;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/** Creates the listed topics and registers their schemas, doing nothing where that is done. */
public final class Provisioning {

    private final Map<String, Object> client;
    private final SchemaRegistry registry;
    private final Consumer<String> out;

    /**
     * Provisioning of one cluster.
     *
     * @param bootstrap address of its brokers
     * @param registryUrl address of its registry
     * @param out told one line for each topic and schema
     */
    public Provisioning(String bootstrap, String registryUrl, Consumer<String> out) {
        this(new Reach(bootstrap, registryUrl, Map.of()), out);
    }

    /**
     * Provisioning of one cluster.
     *
     * @param out told one line for each topic and schema
     */
    public Provisioning(Reach reach, Consumer<String> out) {
        this.client = reach.config();
        this.registry = new SchemaRegistry(reach.registryUrl());
        this.out = out;
    }

    /**
     * Brings the cluster to what is listed.
     *
     * @throws ProvisioningRefused where a topic has another number of partitions; nothing is
     *     changed
     */
    public void run(List<Topic> topics) {
        try (var admin = Admin.create(client)) {
            provisionTopics(new Cluster(admin), topics);
        }
        topics.forEach(this::provisionSchema);
    }

    private void provisionTopics(Cluster cluster, List<Topic> topics) {
        var plan = new TopicPlan(cluster.brokers());
        var found = cluster.find(topics);
        var steps = topics.stream().map(topic -> plan.decide(topic, found.of(topic))).toList();
        refuseWrongPartitions(steps);
        for (var step : steps) {
            switch (step) {
                case TopicStep.Create create ->
                        cluster.create(create, plan.settings(create.topic()));
                case TopicStep.Change change -> cluster.change(change);
                case TopicStep.Keep keep -> {}
                case TopicStep.Refuse refuse -> throw new IllegalStateException(refuse.words());
            }
            tell(step.topic(), step.words());
        }
        cluster.awaitVisible(topics);
    }

    private static void refuseWrongPartitions(List<TopicStep> steps) {
        var refused = steps.stream().filter(TopicStep.Refuse.class::isInstance).toList();
        if (!refused.isEmpty()) {
            throw new ProvisioningRefused(
                    String.join(
                            System.lineSeparator(),
                            refused.stream()
                                    .map(step -> step.topic().name() + " " + step.words())
                                    .toList()));
        }
    }

    private void provisionSchema(Topic topic) {
        if (topic.schema().isEmpty()) {
            return;
        }
        var schema = topic.schema().get();
        var known = registry.find(topic.subject(), schema);
        int id = known.orElseGet(() -> registry.register(topic.subject(), schema));
        registry.requireFullTransitive(topic.subject());
        tell(
                topic,
                "schema %s %s as id %d"
                        .formatted(
                                schema.getName(), known.isPresent() ? "known" : "registered", id));
    }

    private void tell(Topic topic, String words) {
        out.accept("%-26s %s".formatted(topic.name(), words));
    }
}
