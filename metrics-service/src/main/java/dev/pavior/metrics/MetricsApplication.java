package dev.pavior.metrics;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Runs the metrics service. */
@SpringBootApplication
@EnableConfigurationProperties(MetricsSettings.class)
public class MetricsApplication {

    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(MetricsApplication.class, args);
    }
}
