package dev.pavior.local.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import dev.pavior.local.broker.Broker;
import dev.pavior.local.broker.BrokerSettings;
import dev.pavior.local.process.Child;
import dev.pavior.local.process.Dist;
import dev.pavior.local.process.Ports;
import dev.pavior.local.registry.Registry;
import dev.pavior.local.registry.SchemaRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvisioningIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir private static Path folder;

    private static BrokerSettings settings;
    private static Registry registry;
    private static Child registryProcess;
    private static Child brokerProcess;
    private static Admin admin;

    private final List<String> told = new ArrayList<>();

    @BeforeAll
    static void startBrokerAndRegistry() {
        settings = new BrokerSettings(Ports.free(), Ports.free(), folder.resolve("kafka"));
        registry =
                new Registry(
                        Ports.free(),
                        folder.resolve("registry"),
                        Dist.here(),
                        folder.resolve("registry.log"));
        registryProcess = registry.start();
        var broker = new Broker(settings, Dist.here(), folder.resolve("broker.log"));
        brokerProcess = broker.start();
        broker.health().await(brokerProcess, PATIENCE);
        registry.health().await(registryProcess, PATIENCE);
        admin = Admin.create(Map.of("bootstrap.servers", settings.bootstrap()));
    }

    @AfterAll
    static void stopBoth() {
        admin.close();
        brokerProcess.kill();
        registryProcess.kill();
    }

    @AfterEach
    void deleteTopics() throws Exception {
        // What a test created may become visible only now, so look again until all is gone.
        for (var names = topics(); !names.isEmpty(); names = topics()) {
            admin.deleteTopics(names).all().get();
            await().until(() -> topics().isEmpty());
        }
    }

    private static Set<String> topics() throws Exception {
        return admin.listTopics().names().get();
    }

    @Test
    void createsEveryListedTopicAsListed() throws Exception {
        // When
        provision();
        // Then
        var found = admin.describeTopics(names()).allTopicNames().get();
        assertThat(Topics.all())
                .allSatisfy(
                        topic -> {
                            assertThat(found.get(topic.name()).partitions())
                                    .hasSize(topic.partitions());
                            assertThat(settingsOf(topic)).containsAllEntriesOf(topic.config());
                        });
    }

    @Test
    void demandsFullTransitiveCompatibilityOfEverySubject() {
        // When
        provision();
        // Then
        var subjects = new SchemaRegistry(registry.url());
        assertThat(Topics.all())
                .filteredOn(topic -> topic.schema().isPresent())
                .allSatisfy(
                        topic -> {
                            assertThat(subjects.find(topic.subject(), topic.schema().orElseThrow()))
                                    .isPresent();
                            assertThat(subjects.compatibility(topic.subject()))
                                    .isEqualTo("FULL_TRANSITIVE");
                        });
    }

    @Test
    void changesNothingTheSecondTime() {
        // Given
        provision();
        told.clear();
        // When
        provision();
        // Then
        assertThat(told)
                .isNotEmpty()
                .allMatch(line -> line.endsWith("as listed") || line.contains(" known as id "));
    }

    @Test
    void mendsASettingThatDiffers() throws Exception {
        // Given
        var topic = Topics.OBSERVATIONS;
        var other = new NewTopic(topic.name(), topic.partitions(), (short) 1);
        admin.createTopics(List.of(other.configs(Map.of("retention.ms", "1")))).all().get();
        await().until(() -> !topics().isEmpty());
        // When
        provision();
        // Then
        assertThat(settingsOf(topic)).containsAllEntriesOf(topic.config());
    }

    @Test
    void refusesAWrongPartitionCountAndChangesNothing() throws Exception {
        // Given
        var wrong = new NewTopic(Topics.WORK_ITEMS.name(), 3, (short) 1);
        admin.createTopics(List.of(wrong)).all().get();
        await().until(() -> !topics().isEmpty());
        // When
        // Then
        assertThatThrownBy(this::provision)
                .isInstanceOf(ProvisioningRefused.class)
                .hasMessageStartingWith("intake.work-items.v1 has 3 partitions where 6 are listed");
        assertThat(topics()).containsExactly(Topics.WORK_ITEMS.name());
    }

    @Test
    void findsItsSchemasAgainAfterTheRegistryWasKilled() {
        // Given
        provision();
        registryProcess.kill();
        told.clear();
        registryProcess = registry.start();
        registry.health().await(registryProcess, PATIENCE);
        // When
        provision();
        // Then
        assertThat(told)
                .filteredOn(line -> line.contains("schema"))
                .allMatch(l -> l.contains("known"));
    }

    private void provision() {
        new Provisioning(settings.bootstrap(), registry.url(), told::add).run(Topics.all());
    }

    private static List<String> names() {
        return Topics.all().stream().map(Topic::name).toList();
    }

    private static Map<String, String> settingsOf(Topic topic) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        var found = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        return topic.config().keySet().stream()
                .collect(Collectors.toMap(k -> k, k -> found.get(k).value()));
    }
}
