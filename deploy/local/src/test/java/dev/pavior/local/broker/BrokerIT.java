package dev.pavior.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pavior.local.process.Child;
import dev.pavior.local.process.Dist;
import dev.pavior.local.process.Ports;
import dev.pavior.local.process.StartFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private Path folder;

    @Test
    void formatsItsStorageOnceAndKeepsItsClusterOnOtherPorts() {
        // Given
        var first = settings("a", Ports.free());
        var process = started(first);
        var id = Clusters.idAt(first.bootstrap(), PATIENCE);
        process.kill();
        // When
        var second = settings("a", Ports.free());
        var again = started(second);
        // Then
        assertThat(id).isPresent().isEqualTo(Clusters.idAt(second.bootstrap(), PATIENCE));
        again.stop(PATIENCE);
    }

    @Test
    void recognisesAForeignBroker() {
        // Given
        var other = settings("other", Ports.free());
        var process = started(other);
        var id = Clusters.idAt(other.bootstrap(), PATIENCE).orElseThrow();
        var mine = broker(settings("mine", other.port()));
        // When
        // Then
        assertThatThrownBy(mine::start)
                .isInstanceOf(StartFailure.class)
                .hasMessage(
                        "port %d belongs to a foreign Kafka broker (cluster.id %s)"
                                .formatted(other.port(), id));
        assertThat(mine.health().good()).isFalse();
        process.kill();
    }

    @Test
    void refusesATakenPort() throws IOException {
        // Given
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var broker = broker(settings("b", taken.getLocalPort()));
            // When
            // Then
            assertThatThrownBy(broker::start)
                    .isInstanceOf(StartFailure.class)
                    .hasMessage(
                            "port %d, for the broker, is taken by another program"
                                    .formatted(taken.getLocalPort()));
        }
    }

    private BrokerSettings settings(String name, int port) {
        return new BrokerSettings(port, Ports.free(), folder.resolve(name));
    }

    private Broker broker(BrokerSettings settings) {
        return new Broker(settings, Dist.here(), folder.resolve("broker.log"));
    }

    private Child started(BrokerSettings settings) {
        var broker = broker(settings);
        var process = broker.start();
        broker.health().await(process, PATIENCE);
        return process;
    }
}
