package dev.pavior.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a real broker and registry with freshly provisioned topics, as a parameter of
 * type {@link Cluster} and as the system properties {@code PAVIOR_KAFKA_BOOTSTRAP} and {@code
 * PAVIOR_REGISTRY_URL}, which a service under test reads like its environment.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RealKafkaExtension.class)
public @interface RealKafka {}
