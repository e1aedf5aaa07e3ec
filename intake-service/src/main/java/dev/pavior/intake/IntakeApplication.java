package dev.pavior.intake;

import dev.pavior.chassis.access.AccessControl;
import dev.pavior.chassis.kafka.StreamsWiring;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Starts the service. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(IntakeSettings.class)
@Import({
    AccessControl.class,
    StreamsWiring.class,
    IntakeWiring.class,
    ReadingWiring.class,
    RequestWiring.class,
    DoctorWiring.class
})
public class IntakeApplication {

    /** Runs until the process is told to end. */
    public static void main(String[] arguments) {
        SpringApplication.run(IntakeApplication.class, arguments);
    }
}
