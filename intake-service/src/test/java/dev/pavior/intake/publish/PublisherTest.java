package dev.pavior.intake.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pavior.chassis.kafka.KafkaSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class PublisherTest {

    private final PublishSettings settings = bind(Map.of(), "x", PublishSettings.class);

    @Test
    void waitsForAllReplicasInSyncAndNeverWritesTwice() {
        // When
        var config = effective(Map.of());

        // Then
        assertThat(config.getString(ProducerConfig.ACKS_CONFIG)).isEqualTo("-1");
        assertThat(config.getBoolean(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG)).isTrue();
        assertThat(config.getInt(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION))
                .isLessThanOrEqualTo(5);
        assertThat(config.getInt(ProducerConfig.RETRIES_CONFIG)).isPositive();
    }

    @Test
    void knowsTheFateOfARecordWithinFiveSeconds() {
        // When
        var config = effective(Map.of());

        // Then
        long block = config.getLong(ProducerConfig.MAX_BLOCK_MS_CONFIG);
        int delivery = config.getInt(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG);
        assertThat(block).isEqualTo(settings.maxBlock().toMillis());
        assertThat(delivery).isEqualTo(settings.deliveryTimeout().toMillis());
        assertThat(block + delivery).isLessThan(5000);
    }

    @Test
    void doesNotLetOtherSettingsWeakenIt() {
        // Given
        var weaker = Map.of("acks", "0", "enable.idempotence", "false");

        // When
        var config = effective(weaker);

        // Then
        assertThat(config.getString(ProducerConfig.ACKS_CONFIG)).isEqualTo("-1");
        assertThat(config.getBoolean(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG)).isTrue();
    }

    @Test
    void doesNotStartWithSettingsThatCannotKeepThePromise() {
        // When
        var starting = assertThatThrownBy(() -> effective(Map.of("retries", "0")));

        // Then
        starting.isInstanceOf(ConfigException.class);
    }

    @Test
    void doesNotTakeWhatOneTopicRefusesForABrokerThatIsAway() {
        // Given
        var refused = new TopicAuthorizationException("intake.catalog.v1");
        var away = new TimeoutException("no acknowledgement");

        // When
        var opens = Stream.of(refused, away).map(Publisher::isOfTheBroker).toList();

        // Then
        assertThat(opens).containsExactly(false, true);
    }

    /** As the producer itself will read it, with what is not said filled in. */
    private ProducerConfig effective(Map<String, String> client) {
        var properties = new HashMap<String, Object>();
        client.forEach((key, value) -> properties.put("x.client[" + key + "]", value));
        var config = Publisher.config("x", bind(properties, "x", KafkaSettings.class), settings);
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return new ProducerConfig(config);
    }

    private static <T> T bind(Map<String, ?> properties, String prefix, Class<T> type) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate(prefix, type);
    }
}
