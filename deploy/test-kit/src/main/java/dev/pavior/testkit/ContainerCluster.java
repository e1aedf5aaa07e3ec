package dev.pavior.testkit;

import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** Broker and registry as containers of an engine that already has their images. */
final class ContainerCluster implements Cluster {

    private static final String KAFKA = "apache/kafka:4.2.1";
    private static final String REGISTRY = "apicurio/apicurio-registry:3.3.3";
    private static final int REGISTRY_PORT = 8080;
    private static final String SOCKET = "/var/run/docker.sock";

    private final KafkaContainer kafka;
    private final GenericContainer<?> registry;

    private ContainerCluster(KafkaContainer kafka, GenericContainer<?> registry) {
        this.kafka = kafka;
        this.registry = registry;
    }

    /** Starts both where that takes neither a download nor a wait for an engine that is away. */
    static Optional<Cluster> start() {
        if (!engineAnswers() || !DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.empty();
        }
        return present(List.of(KAFKA, REGISTRY)) ? Optional.of(started()) : Optional.empty();
    }

    // The containers live as long as this virtual machine; the engine's reaper removes them then.
    @SuppressWarnings("resource")
    private static Cluster started() {
        var kafka =
                new KafkaContainer(DockerImageName.parse(KAFKA))
                        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                        .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        var registry =
                new GenericContainer<>(DockerImageName.parse(REGISTRY))
                        .withExposedPorts(REGISTRY_PORT)
                        .waitingFor(
                                Wait.forHttp("/apis/ccompat/v7/subjects").forPort(REGISTRY_PORT));
        kafka.start();
        registry.start();
        return new ContainerCluster(kafka, registry);
    }

    /** An engine that listens accepts at once; Testcontainers alone would look for it for long. */
    private static boolean engineAnswers() {
        if (System.getenv("DOCKER_HOST") != null) {
            return true;
        }
        try (var socket = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return socket.connect(UnixDomainSocketAddress.of(SOCKET));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static boolean present(List<String> images) {
        var engine = DockerClientFactory.lazyClient();
        try {
            images.forEach(image -> engine.inspectImageCmd(image).exec());
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    @Override
    public String bootstrap() {
        return kafka.getBootstrapServers().replace("PLAINTEXT://", "");
    }

    @Override
    public String registryUrl() {
        return "http://" + registry.getHost() + ":" + registry.getMappedPort(REGISTRY_PORT);
    }

    @Override
    public void killBroker() {
        throw new UnsupportedOperationException(
                "a container comes back at another address; kill a local broker instead");
    }

    @Override
    public void restartBroker() {
        throw new UnsupportedOperationException(
                "a container comes back at another address; restart a local broker instead");
    }

    @Override
    public String toString() {
        return "containers: broker at " + bootstrap() + ", registry at " + registryUrl();
    }
}
