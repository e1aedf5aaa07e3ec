package dev.pavior.labeling.writer;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaGate;
import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.Edit;
import dev.pavior.contract.v1.EditResult;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.support.serializer.ErrorHandlingDeserializer;
import org.springframework.web.reactive.function.client.WebClient;

/** Puts the writer together: edits in, GitLab, results out. */
@Configuration(proxyBeanMethods = false)
public class WriterWiring {

    private static final String GROUP = "pavior.labeling.writer";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    WriterTally writerTally(MeterRegistry meters) {
        return new WriterTally(meters);
    }

    @Bean
    SettledEdits settledEdits(
            KafkaSettings kafka, AvroSerdes serdes, WriterTally tally, Clock clock) {
        return new SettledEdits(() -> resultsConsumer(kafka, serdes), tally, clock);
    }

    static Consumer<String, EditResult> resultsConsumer(KafkaSettings kafka, AvroSerdes serdes) {
        var config = committed(kafka);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, GROUP + ".results");
        return new KafkaConsumer<>(
                config,
                new StringDeserializer(),
                new ErrorHandlingDeserializer<>(
                        serdes.<EditResult>of(Topics.EDIT_RESULTS).deserializer()));
    }

    @Bean(destroyMethod = "close")
    Producer<String, EditResult> resultsProducer(KafkaSettings kafka, AvroSerdes serdes) {
        return new KafkaProducer<>(
                safe(kafka),
                new StringSerializer(),
                serdes.<EditResult>of(Topics.EDIT_RESULTS).serializer());
    }

    @Bean
    EditListener editListener(
            GitLabSettings gitLabSettings,
            SettledEdits settled,
            Producer<String, EditResult> producer,
            WriterTally tally,
            Clock clock) {
        var calls = new GitLabCalls(WebClient.builder(), gitLabSettings);
        var gitLab = new GitLab(calls);
        var issues = new GitLabIssues(calls, GitLabCalls.once(WebClient.builder(), gitLabSettings));
        var titles = new LabelTitles(gitLab, gitLabSettings.createMissingLabels(), clock);
        return new EditListener(
                new PatientWriter(
                        new ItemWriter(gitLabSettings, gitLab, titles),
                        new IssueWriter(gitLabSettings, issues, titles, clock)),
                settled,
                new Results(producer, clock),
                tally);
    }

    @Bean
    KafkaMessageListenerContainer<String, Edit> editContainer(
            EditListener listener, SettledEdits settled, KafkaSettings kafka, AvroSerdes serdes) {
        var properties = new ContainerProperties(Topics.EDITS.name());
        properties.setMessageListener(listener);
        properties.setAckMode(AckMode.MANUAL);
        properties.setConsumerRebalanceListener(new ForgetOnAssignment(settled));
        var factory =
                new DefaultKafkaConsumerFactory<>(
                        editConfig(kafka),
                        new StringDeserializer(),
                        new ErrorHandlingDeserializer<>(
                                serdes.<Edit>of(Topics.EDITS).deserializer()),
                        false); // the serdes have their settings; others would undo them
        var container = new KafkaMessageListenerContainer<>(factory, properties);
        container.setBeanName("edits");
        container.setCommonErrorHandler(DeadLetters.handler(safe(kafka), serdes));
        container.setAutoStartup(false); // the gate starts it
        return container;
    }

    @Bean
    KafkaGate.Gated startWriter(KafkaMessageListenerContainer<String, Edit> editContainer) {
        return editContainer::start;
    }

    private static Map<String, Object> editConfig(KafkaSettings kafka) {
        var config = committed(kafka);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, GROUP + "-" + kafka.instance());
        config.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                List.of(RangeAssignor.class.getName()));
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 50);
        config.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 900_000); // 50 slow items fit
        return config;
    }

    private static Map<String, Object> committed(KafkaSettings kafka) {
        var config = new HashMap<>(kafka.clientConfig());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return config;
    }

    private static Map<String, Object> safe(KafkaSettings kafka) {
        var config = new HashMap<>(kafka.clientConfig());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        return config;
    }

    /** Has the results read again, since another owner may have written some. */
    private record ForgetOnAssignment(SettledEdits settled)
            implements ConsumerAwareRebalanceListener {

        @Override
        public void onPartitionsAssigned(
                Consumer<?, ?> consumer, java.util.Collection<TopicPartition> partitions) {
            settled.forget();
        }
    }
}
