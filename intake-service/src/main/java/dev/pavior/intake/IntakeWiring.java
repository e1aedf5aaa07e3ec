package dev.pavior.intake;

import dev.pavior.chassis.access.OpenPaths;
import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaGate;
import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.chassis.kafka.StreamsTopology;
import dev.pavior.contract.Service;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.IntakeHealth;
import dev.pavior.intake.gitlab.GitLabSource;
import dev.pavior.intake.health.KeptSheets;
import dev.pavior.intake.health.Ledger;
import dev.pavior.intake.health.Scribe;
import dev.pavior.intake.health.SheetRecords;
import dev.pavior.intake.publish.Publisher;
import dev.pavior.intake.reading.ReadingSettings;
import dev.pavior.intake.server.LateBodies;
import dev.pavior.intake.server.ServerLimits;
import dev.pavior.intake.team.TeamHandles;
import dev.pavior.intake.topology.AssemblerTopology;
import dev.pavior.intake.topology.CatalogTable;
import dev.pavior.intake.topology.Revisions;
import dev.pavior.intake.webhook.Balance;
import dev.pavior.intake.webhook.BalanceController;
import dev.pavior.intake.webhook.HostWatch;
import dev.pavior.intake.webhook.Reception;
import dev.pavior.intake.webhook.Records;
import dev.pavior.intake.webhook.SecretsWatch;
import dev.pavior.intake.webhook.Sources;
import dev.pavior.intake.webhook.WebhookController;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** Puts the parts of the service together. */
@Configuration(proxyBeanMethods = false)
class IntakeWiring {

    /** Name of the publisher that hooks do not share. */
    static final String READING = "readingPublisher";

    @Bean
    Service service() {
        return Service.INTAKE;
    }

    @Bean
    OpenPaths openPaths() {
        return OpenPaths.of("POST /webhooks/gitlab");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    TeamHandles teamHandles(IntakeSettings settings) {
        return TeamHandles.read(settings.team());
    }

    @Bean
    StreamsTopology assembler(AvroSerdes serdes, TeamHandles team, MeterRegistry registry) {
        var formats =
                new AssemblerTopology.Formats(
                        serdes.of(Topics.OBSERVATIONS),
                        serdes.of(Topics.CATALOG),
                        serdes.of(Topics.WORK_ITEMS),
                        serdes.of(Topics.TEXTS),
                        serdes.of(Topics.TITLES));
        var topology = new AssemblerTopology(formats, new Revisions(registry), team.names());
        return topology::build;
    }

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> serverLimits(
            IntakeSettings settings, MeterRegistry registry) {
        var limits = new ServerLimits(settings.server(), registry);
        return factory -> factory.addServerCustomizers(limits);
    }

    @Bean
    LateBodies lateBodies() {
        return new LateBodies();
    }

    @Bean
    Ledger ledger() {
        return new Ledger();
    }

    @Bean
    KeptSheets keptSheets(KafkaSettings kafka, AvroSerdes serdes) {
        return new KeptSheets(kafka, serdes);
    }

    @Bean
    Scribe scribe(
            KafkaSettings kafka,
            AvroSerdes serdes,
            Ledger ledger,
            KeptSheets kept,
            Publisher publisher,
            Clock clock) {
        var serializer = serdes.<IntakeHealth>of(Topics.HEALTH).serializer();
        var records = new SheetRecords(kafka.instance(), serializer, clock);
        return new Scribe(ledger, records, kept, publisher);
    }

    /** What was counted is read back before anything else begins. */
    @Bean
    @Order(0)
    KafkaGate.Gated resumeBalance(ObjectProvider<Scribe> scribe) {
        return () -> scribe.getObject().begin();
    }

    @Bean
    Balance balance(MeterRegistry registry, KafkaSettings kafka, Ledger ledger, Scribe scribe) {
        return new Balance(registry, kafka.instance(), ledger, scribe);
    }

    /** For those who are waited for: hooks, requests, and the sheets that count them. */
    @Bean
    Publisher publisher(
            KafkaSettings kafka,
            IntakeSettings settings,
            KafkaGate gate,
            MeterRegistry registry,
            Clock clock) {
        return new Publisher(
                "pavior.intake.webhook", kafka, settings.publish(), gate::isOpen, registry, clock);
    }

    /** For what nobody waits for, so that its haste and its failures are not those of the hooks. */
    @Bean(name = READING, defaultCandidate = false)
    Publisher readingPublisher(
            KafkaSettings kafka,
            IntakeSettings settings,
            KafkaGate gate,
            MeterRegistry registry,
            Clock clock) {
        return new Publisher(
                "pavior.intake.reading", kafka, settings.publish(), gate::isOpen, registry, clock);
    }

    @Bean
    Sources sources(IntakeSettings settings) {
        return settings.webhook().enabled()
                ? new Sources(settings.webhook().sources())
                : Sources.none();
    }

    @Bean
    HostWatch hostWatch(ReadingSettings reading, Sources sources, MeterRegistry registry) {
        var read =
                reading.sources().stream()
                        .collect(Collectors.toMap(GitLabSource::name, GitLabSource::host));
        return new HostWatch(read, sources, registry);
    }

    @Bean
    SecretsWatch secretsWatch(IntakeSettings settings, Sources sources, MeterRegistry registry) {
        return SecretsWatch.start(settings.webhook(), sources, registry);
    }

    @Bean
    Reception reception(
            Sources sources,
            HostWatch hosts,
            TeamHandles handles,
            AvroSerdes serdes,
            Publisher publisher,
            StreamsBuilderFactoryBean streams,
            Balance balance,
            Clock clock) {
        var records =
                new Records(
                        (topic, value) ->
                                serdes.of(topic).serializer().serialize(topic.name(), value));
        var catalog = new CatalogTable(streams::getKafkaStreams);
        return new Reception(
                sources, hosts, handles.names(), records, publisher, catalog::find, balance, clock);
    }

    @Bean
    WebhookController webhookController(
            IntakeSettings settings,
            Sources sources,
            Reception reception,
            Balance balance,
            Clock clock) {
        return new WebhookController(settings.webhook(), sources, reception, balance, clock);
    }

    @Bean
    BalanceController balanceController(Balance balance, KeptSheets kept, HostWatch hosts) {
        return new BalanceController(balance, kept, hosts);
    }
}
