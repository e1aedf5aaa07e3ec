package dev.pavior.intake;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaGate;
import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.intake.gitlab.GitLab;
import dev.pavior.intake.publish.Publisher;
import dev.pavior.intake.reading.Reading;
import dev.pavior.intake.reading.ReadingController;
import dev.pavior.intake.reading.ReadingSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the reading of GitLab together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReadingSettings.class)
class ReadingWiring {

    /** The clients of all GitLabs that are read, closed together. */
    record GitLabs(List<GitLab> all) implements AutoCloseable {

        @Override
        public void close() {
            all.forEach(GitLab::close);
        }
    }

    @Bean
    GitLabs gitLabs(ReadingSettings settings, MeterRegistry registry, Clock clock) {
        return new GitLabs(
                settings.sources().stream()
                        .map(source -> new GitLab(source, registry, clock))
                        .toList());
    }

    @Bean
    Reading reading(
            ReadingSettings settings,
            GitLabs gitLabs,
            KafkaSettings kafka,
            AvroSerdes serdes,
            @Qualifier(IntakeWiring.READING) Publisher publisher,
            MeterRegistry registry,
            Clock clock) {
        return new Reading(settings, gitLabs.all(), kafka, serdes, publisher, registry, clock);
    }

    @Bean
    KafkaGate.Gated startReading(ObjectProvider<Reading> reading) {
        return () -> reading.getObject().begin();
    }

    @Bean
    HealthIndicator readingHealthIndicator(Reading reading) {
        return () ->
                reading.outside()
                        .map(reason -> Health.down().withDetail("outside", reason).build())
                        .orElseGet(() -> Health.up().build());
    }

    @Bean
    ReadingController readingController(Reading reading) {
        return new ReadingController(reading);
    }
}
