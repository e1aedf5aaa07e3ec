package dev.pavior.intake;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaGate;
import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.WorkRequest;
import dev.pavior.intake.publish.Publisher;
import dev.pavior.intake.requests.Desk;
import dev.pavior.intake.requests.Ledger;
import dev.pavior.intake.requests.LedgerFeed;
import dev.pavior.intake.requests.RequestController;
import dev.pavior.intake.requests.RequestRecords;
import dev.pavior.intake.requests.Templates;
import dev.pavior.taxonomy.file.RoutesFile;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the door for requests together. */
@Configuration(proxyBeanMethods = false)
class RequestWiring {

    @Bean
    Templates requestTemplates(IntakeSettings settings) {
        return new Templates(RoutesFile.read(settings.routes()));
    }

    @Bean
    Ledger requestLedger(IntakeSettings settings, Clock clock) {
        return new Ledger(settings.requests(), clock);
    }

    @Bean
    LedgerFeed requestLedgerFeed(KafkaSettings kafka, AvroSerdes serdes, Ledger ledger) {
        return new LedgerFeed(() -> consumer(kafka), serdes, ledger);
    }

    @Bean
    KafkaGate.Gated startRequestLedger(LedgerFeed feed) {
        return feed::start;
    }

    @Bean
    Desk requestDesk(
            Templates templates,
            Ledger ledger,
            AvroSerdes serdes,
            Publisher publisher,
            MeterRegistry meters,
            IntakeSettings settings,
            Clock clock) {
        var records = new RequestRecords(serdes.<WorkRequest>of(Topics.REQUESTS).serializer());
        return new Desk(templates, ledger, records, publisher, meters, settings.requests(), clock);
    }

    @Bean
    RequestController requestController(
            IntakeSettings settings, Desk desk, Ledger ledger, Templates templates, Clock clock) {
        return new RequestController(settings.requests(), desk, ledger, templates, clock);
    }

    private static Consumer<String, byte[]> consumer(KafkaSettings kafka) {
        var config = kafka.clientConfig();
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "pavior.intake.requests");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
