package dev.pavior.labeling;

import dev.pavior.chassis.access.AccessControl;
import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.chassis.kafka.StreamsTopology;
import dev.pavior.chassis.kafka.StreamsWiring;
import dev.pavior.contract.Service;
import dev.pavior.contract.Topics;
import dev.pavior.labeling.domain.Judge;
import dev.pavior.labeling.domain.PolicySet;
import dev.pavior.labeling.domain.RequestRouter;
import dev.pavior.labeling.policy.PolicyFolder;
import dev.pavior.labeling.requests.TemplateFolder;
import dev.pavior.labeling.topology.KafkaRebuildHorizon;
import dev.pavior.labeling.topology.LabelingTopology;
import dev.pavior.labeling.topology.RequestTopology;
import dev.pavior.labeling.topology.Tally;
import dev.pavior.labeling.writer.GitLabSettings;
import dev.pavior.labeling.writer.WriterWiring;
import dev.pavior.taxonomy.Taxonomy;
import dev.pavior.taxonomy.file.RoutesFile;
import dev.pavior.taxonomy.file.TaxonomyFile;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The labeling service. */
@SpringBootApplication
@EnableConfigurationProperties(LabelingSettings.class)
@Import({StreamsWiring.class, AccessControl.class, WriterWiring.class})
public class LabelingApplication {

    public static void main(String[] args) {
        SpringApplication.run(LabelingApplication.class, args);
    }

    @Bean
    Service service() {
        return Service.LABELING;
    }

    @Bean
    GitLabSettings gitLabSettings(LabelingSettings settings) {
        return settings.gitlab();
    }

    @Bean
    Taxonomy taxonomy(LabelingSettings settings) {
        return TaxonomyFile.read(settings.taxonomy());
    }

    @Bean
    PolicySet policySet(LabelingSettings settings) {
        return PolicyFolder.read(settings.policies());
    }

    @Bean
    RequestRouter requestRouter(LabelingSettings settings) {
        return new RequestRouter(
                RoutesFile.read(settings.routes()),
                TemplateFolder.read(settings.requestTemplates()));
    }

    @Bean
    StreamsTopology topology(
            Taxonomy taxonomy,
            PolicySet policies,
            RequestRouter router,
            GitLabSettings gitLab,
            Admin admin,
            KafkaSettings kafka,
            AvroSerdes serdes,
            MeterRegistry meters) {
        var tally = new Tally(meters);
        var items =
                new LabelingTopology(
                        new Judge(taxonomy, policies),
                        new KafkaRebuildHorizon(admin, kafka.clientConfig()),
                        tally);
        var requests = new RequestTopology(router, gitLab.hostIfAny(), tally);
        return builder -> {
            items.build(builder, topicSerdes(serdes)); // first, so that its stores keep their names
            requests.build(builder, requestSerdes(serdes));
        };
    }

    private static RequestTopology.TopicSerdes requestSerdes(AvroSerdes serdes) {
        return new RequestTopology.TopicSerdes(
                serdes.of(Topics.REQUESTS),
                serdes.of(Topics.EDITS),
                serdes.of(Topics.EDIT_RESULTS));
    }

    private static LabelingTopology.TopicSerdes topicSerdes(AvroSerdes serdes) {
        return new LabelingTopology.TopicSerdes(
                serdes.of(Topics.WORK_ITEMS),
                serdes.of(Topics.EDIT_RESULTS),
                serdes.of(Topics.DECISIONS),
                serdes.of(Topics.EDITS),
                serdes.of(Topics.WORKFLOWS));
    }
}
