package dev.pavior.handoff;

import dev.pavior.chassis.access.AccessControl;
import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.StreamsTopology;
import dev.pavior.chassis.kafka.StreamsWiring;
import dev.pavior.contract.Service;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.Handoff;
import dev.pavior.handoff.domain.HandoverRule;
import dev.pavior.handoff.domain.Ownership;
import dev.pavior.handoff.ownership.OwnershipFile;
import dev.pavior.handoff.topology.HandoffTopology;
import dev.pavior.handoff.topology.PublishedHandoffs;
import dev.pavior.taxonomy.Taxonomy;
import dev.pavior.taxonomy.file.TaxonomyFile;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** The service that carries ownership of finished work to product teams. */
@SpringBootApplication(proxyBeanMethods = false)
@Import({AccessControl.class, StreamsWiring.class})
@EnableConfigurationProperties(HandoffSettings.class)
public class HandoffApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SpringApplication.run(HandoffApplication.class, args);
    }

    @Bean
    Service service() {
        return Service.HANDOFF;
    }

    @Bean
    Taxonomy taxonomy(HandoffSettings settings) {
        return TaxonomyFile.read(settings.taxonomy());
    }

    @Bean
    Ownership ownership(HandoffSettings settings, Taxonomy taxonomy) {
        return OwnershipFile.read(settings.ownership(), taxonomy.latest().labels());
    }

    @Bean
    StreamsTopology handoffs(
            AvroSerdes serdes, Taxonomy taxonomy, Ownership ownership, MeterRegistry registry) {
        return new HandoffTopology(
                        serdes.of(Topics.WORK_ITEMS),
                        serdes.of(Topics.WORKFLOWS),
                        serdes.of(Topics.HANDOFFS),
                        new HandoverRule(taxonomy, ownership),
                        new OutcomeCounters(registry))
                ::build;
    }

    @Bean
    PublishedHandoffs publishedHandoffs(StreamsBuilderFactoryBean streams) {
        return new PublishedHandoffs(() -> table(streams));
    }

    private static ReadOnlyKeyValueStore<String, Handoff> table(StreamsBuilderFactoryBean streams) {
        var running = streams.getKafkaStreams();
        if (running == null) {
            throw new StreamsNotStartedException("Kafka Streams has not been started yet");
        }
        return running.store(
                StoreQueryParameters.fromNameAndType(
                        HandoffTopology.PUBLISHED, QueryableStoreTypes.keyValueStore()));
    }
}
