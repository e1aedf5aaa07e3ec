package dev.pavior.metrics;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Runs the metrics service. */
@SpringBootApplication
@EnableConfigurationProperties(MetricsSettings.class)
public class MetricsApplication {

    private static final String TRUSTED = "org.apache.avro.SERIALIZABLE_PACKAGES";

    /** Starts it. */
    public static void main(String[] args) {
        // Avro asks once whose classes it may create, when it is first touched: before any bean is.
        if (System.getProperty(TRUSTED) == null) {
            System.setProperty(TRUSTED, "dev.pavior.contract,java.lang,java.util");
        }
        SpringApplication.run(MetricsApplication.class, args);
    }
}
