package dev.pavior.chassis.kafka;

import dev.pavior.contract.Topic;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Serdes in Confluent's wire format for the topics, one per topic, through the registry. */
public final class AvroSerdes {

    private final Map<String, Object> config;
    private final Map<String, Serde<?>> serdes = new ConcurrentHashMap<>();

    public AvroSerdes(KafkaSettings settings) {
        trustOurRecords();
        this.config = config(settings.registryUrl());
    }

    /** The serde for the values of a topic. */
    @SuppressWarnings("unchecked") // the contract binds each topic to one record type
    public <T extends SpecificRecord> Serde<T> of(Topic topic) {
        return (Serde<T>) serdes.computeIfAbsent(topic.name(), name -> create());
    }

    private Serde<SpecificRecord> create() {
        var serializer = new AvroKafkaSerializer<SpecificRecord>();
        var deserializer = new AvroKafkaDeserializer<SpecificRecord>();
        serializer.configure(config, false);
        deserializer.configure(config, false);
        return Serdes.serdeFrom(serializer, deserializer);
    }

    /**
     * Avro instantiates only classes that it is told to trust; ours join those it trusts anyway.
     */
    private static void trustOurRecords() {
        var before = ClassSecurityValidator.getGlobal();
        ClassSecurityValidator.setGlobal(
                type -> before.isTrusted(type) || type.getName().startsWith("dev.pavior."));
    }

    /**
     * The serde's settings. Only provisioning registers schemas. What was looked up once is kept
     * over a registry outage: by default every entry would be fetched again each 30 s, in the way
     * of the record that needs it.
     */
    static Map<String, Object> config(String registryUrl) {
        var config = new HashMap<String, Object>();
        config.put("apicurio.registry.url", registryUrl + "/apis/registry/v3");
        config.put(
                "apicurio.registry.artifact-resolver-strategy",
                "io.apicurio.registry.serde.strategy.TopicIdStrategy");
        config.put("apicurio.registry.artifact.group-id", "default");
        config.put("apicurio.registry.auto-register", false);
        // Else nested types are cut out into references, which are registered nowhere.
        config.put("apicurio.registry.dereference-schema", true);
        config.put("apicurio.registry.http.adapter", "JDK");
        config.put("apicurio.registry.use-specific-avro-reader", true);
        config.put("apicurio.registry.check-period-ms", 3_600_000L);
        config.put("apicurio.registry.fault-tolerant-refresh", true);
        config.put("apicurio.registry.retry-count", 2L);
        config.put("apicurio.registry.retry-backoff-ms", 200L);
        return config;
    }
}
