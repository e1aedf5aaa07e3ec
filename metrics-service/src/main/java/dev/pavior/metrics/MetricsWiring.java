package dev.pavior.metrics;

import dev.pavior.chassis.access.AccessControl;
import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.StreamsTopology;
import dev.pavior.chassis.kafka.StreamsWiring;
import dev.pavior.contract.Service;
import dev.pavior.contract.Topics;
import dev.pavior.metrics.domain.Charter;
import dev.pavior.metrics.topology.Changes;
import dev.pavior.metrics.topology.Outcome;
import dev.pavior.metrics.topology.ScorecardTopology;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Puts the service together. */
@Configuration(proxyBeanMethods = false)
@Import({StreamsWiring.class, AccessControl.class})
class MetricsWiring {

    @Bean
    Service service() {
        return Service.METRICS;
    }

    @Bean
    Charter charter(MetricsSettings settings) {
        return settings.charter();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Changes changes() {
        return new Changes();
    }

    @Bean
    StreamsTopology scorecardTopology(
            AvroSerdes serdes, Charter charter, Changes changes, MeterRegistry meters) {
        var topology =
                new ScorecardTopology(
                        serdes.of(Topics.WORK_ITEMS),
                        serdes.of(Topics.SCORECARDS),
                        charter,
                        counting(meters),
                        changes::publish);
        return topology::build;
    }

    private static Consumer<Outcome> counting(MeterRegistry meters) {
        Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
        for (var outcome : Outcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder("pavior.metrics.revisions")
                            .description("States of work items, by what became of them")
                            .tag("outcome", outcome.word())
                            .register(meters));
        }
        return outcome -> Objects.requireNonNull(counters.get(outcome)).increment();
    }
}
