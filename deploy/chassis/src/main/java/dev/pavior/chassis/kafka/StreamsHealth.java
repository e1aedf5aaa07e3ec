package dev.pavior.chassis.kafka;

import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** Ready once the streams run; a later rebalance does not take readiness away. */
final class StreamsHealth implements HealthIndicator {

    private final StreamsBuilderFactoryBean streams;
    private volatile boolean ranBefore;

    StreamsHealth(StreamsBuilderFactoryBean streams) {
        this.streams = streams;
    }

    @Override
    public Health health() {
        var running = streams.getKafkaStreams();
        if (running == null) {
            return Health.down().withDetail("streams", "not started").build();
        }
        var state = running.state();
        ranBefore = ranBefore || state == KafkaStreams.State.RUNNING;
        boolean ready =
                state == KafkaStreams.State.RUNNING
                        || (ranBefore && state == KafkaStreams.State.REBALANCING);
        return (ready ? Health.up() : Health.down()).withDetail("streams", state.name()).build();
    }
}
