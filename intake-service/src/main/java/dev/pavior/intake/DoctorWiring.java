package dev.pavior.intake;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaGate;
import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.intake.doctor.Clinic;
import dev.pavior.intake.doctor.Doctor;
import dev.pavior.intake.doctor.DoctorSettings;
import dev.pavior.intake.doctor.HookBoard;
import dev.pavior.intake.doctor.HooksController;
import dev.pavior.intake.publish.Publisher;
import dev.pavior.intake.reading.Reading;
import dev.pavior.intake.webhook.Sources;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what looks after the hooks. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DoctorSettings.class)
class DoctorWiring {

    @Bean
    HookBoard hookBoard(KafkaSettings kafka, AvroSerdes serdes, MeterRegistry registry) {
        return new HookBoard(kafka, serdes, registry);
    }

    @Bean
    KafkaGate.Gated readHealth(HookBoard board) {
        return board::begin;
    }

    @Bean
    HooksController hooksController(DoctorSettings settings, HookBoard board) {
        return new HooksController(settings, board);
    }

    @Bean
    Clinic clinic(
            DoctorSettings settings,
            HookBoard board,
            @Qualifier(IntakeWiring.READING) Publisher publisher,
            AvroSerdes serdes,
            MeterRegistry registry,
            Clock clock) {
        return new Clinic(settings, board, publisher, serdes, registry, clock);
    }

    /** Works where and while this instance reads, and has gaps read by the same. */
    @Bean
    Doctor doctor(Clinic clinic, Sources sources, ReadingWiring.GitLabs gitLabs, Reading reading) {
        var doctor = clinic.doctor(sources, gitLabs.all(), reading::readSince);
        reading.accompany(doctor::begin, doctor::end);
        return doctor;
    }
}
