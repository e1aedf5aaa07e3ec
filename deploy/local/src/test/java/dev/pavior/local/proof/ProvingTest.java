package dev.pavior.local.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.Topics;
import dev.pavior.local.topics.Reader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ProvingTest {

    private static final String OBSERVATIONS = Topics.OBSERVATIONS.name();
    private static final String CATALOG = Topics.CATALOG.name();

    private final Recorded recorded = new Recorded(Set.of());

    @Test
    void excusesNoLostObservationByWhatTheCatalogueHasCompacted() {
        // Given
        read(CATALOG, 0, 20_000, 0);
        deliver(OBSERVATIONS, 1);
        deliver(OBSERVATIONS, 2);

        // When
        var lines = topics(Map.of("observations", 502L), 0);

        // Then
        assertThat(lines)
                .containsExactly(
                        "missing   observations: counted 502, with a record 2; 500 have none");
    }

    @Test
    void excusesByRetentionWhatItsOwnTopicNoLongerHolds() {
        // Given
        read(OBSERVATIONS, 500, 502, 2);
        deliver(OBSERVATIONS, 1);
        deliver(OBSERVATIONS, 2);

        // When
        var lines = topics(Map.of("observations", 502L, "notes", 1L), 0);

        // Then
        assertThat(lines)
                .containsExactly(
                        "explained observations: counted 502, with a record 2; 500 records are"
                                + " there no longer",
                        "missing   notes: counted 1, with a record 0; 1 have none");
    }

    @Test
    void excusesByCompactionOnlyWhatTheCatalogueLacks() {
        // Given
        read(CATALOG, 0, 20, 3);

        // When
        var lines = topics(Map.of("catalog", 17L), 0);

        // Then
        assertThat(lines)
                .containsExactly(
                        "explained catalog: counted 17, with a record 0; 17 records are"
                                + " there no longer");
    }

    @Test
    void doesNotTakeAHoleInATopicOfRetentionForARemovedRecord() {
        // Given
        read(OBSERVATIONS, 0, 10, 1);
        deliver(OBSERVATIONS, 1);

        // When
        var lines = topics(Map.of("observations", 2L), 0);

        // Then
        assertThat(lines)
                .containsExactly("missing   observations: counted 2, with a record 1; 1 have none");
    }

    @Test
    void takesWhatWasParkedAfterAllForNothingElse() {
        // Given: a delivery whose main record was taken before the rest was too large
        deliver("intake.dlt", 1);
        deliver(OBSERVATIONS, 1);

        // When
        var lines = topics(Map.of("observations", 1L), 1);

        // Then
        assertThat(lines)
                .containsExactly(
                        "holds     dlt: counted 1, with a record 1",
                        "missing   observations: counted 1, with a record 0; 1 have none");
    }

    @Test
    void findsWhatWasCountedBeforeTopicsWereTold() {
        // Given
        deliver(OBSERVATIONS, 1);
        deliver(Topics.NOTES.name(), 2);

        // When
        var lines = topics(Map.of("none", 2L), 0);

        // Then
        assertThat(lines)
                .endsWith(
                        "holds     counted 2 without their topic, further deliveries with a record 2")
                .noneMatch(line -> line.startsWith("missing"));
    }

    @Test
    void comparesOnlyTheNumberOfSuccessesThatNameNoKey() {
        // Given
        deliver(OBSERVATIONS, 1);
        var log = List.of(new HookLog.Entry("", "200"));

        // When
        var lines =
                proving(Map.of("observations", 1L), 0).log(log).stream()
                        .map(Finding::line)
                        .toList();

        // Then
        assertThat(lines)
                .containsExactly(
                        "holds     GitLab's log has 1 successes, the intake counts 1",
                        "holds     of GitLab's 0 successes 0 have a record, 0 have none (0 were"
                                + " ignored)",
                        "holds     1 successes name no key, so only their number was compared");
    }

    private List<String> topics(Map<String, Long> published, long parked) {
        return proving(published, parked).topics().stream().map(Finding::line).toList();
    }

    private Proving proving(Map<String, Long> published, long parked) {
        long all = published.values().stream().mapToLong(Long::longValue).sum();
        var sources = Map.of("default", Map.of("published", all, "parked", parked));
        var sheet = new Sheet("0", Instant.EPOCH, 0, all + parked, sources, published);
        return new Proving(List.of(sheet), recorded, List.of(sheet));
    }

    private void read(String topic, long begin, long end, long records) {
        var partition = new TopicPartition(topic, 0);
        recorded.add(List.of(new Reader.Stretch(partition, begin, end, records)));
    }

    private void deliver(String topic, int visit) {
        var record = new ConsumerRecord<>(topic, 0, visit, new byte[0], new byte[0]);
        record.headers().add("intake-visit", ("0.0." + visit).getBytes(UTF_8));
        recorded.add(record);
    }
}
