package dev.pavior.handoff.topology;

import static dev.pavior.handoff.Wire.AUTHENTICATION;
import static dev.pavior.handoff.Wire.COMPLIANCE;
import static dev.pavior.handoff.Wire.confidential;
import static dev.pavior.handoff.Wire.hour;
import static dev.pavior.handoff.Wire.issue;
import static dev.pavior.handoff.Wire.key;
import static dev.pavior.handoff.Wire.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.v1.Handoff;
import dev.pavior.contract.v1.HandoffState;
import dev.pavior.handoff.domain.Charter;
import dev.pavior.handoff.domain.Owner;
import dev.pavior.handoff.domain.Ownership;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoffTopologyTest {

    @TempDir private Path state;

    private DrivenTopology topology;

    @BeforeEach
    void start() {
        topology = new DrivenTopology(state);
    }

    @AfterEach
    void stop() {
        topology.close();
    }

    @Test
    void proposesAFinishedIssueToItsOwner() {
        // When
        topology.pipe(issue(1, 1, AUTHENTICATION));
        topology.pipe(workflow(1, 1, "complete"));

        // Then
        assertThat(topology.published())
                .containsExactly(
                        Handoff.newBuilder()
                                .setId(key(1))
                                .setItem(key(1))
                                .setState(HandoffState.PROPOSED)
                                .setSince(hour(1))
                                .setGroupLabels(List.of(AUTHENTICATION))
                                .setTeam("Authentication")
                                .setReason("Complete; Authentication owns group::authentication.")
                                .setConfidential(false)
                                .setRevision(1)
                                .setWorkflowRevision(1)
                                .build());
    }

    @Test
    void worksWhicheverComesFirst() {
        // When
        topology.pipe(workflow(1, 1, "complete"));
        topology.pipe(issue(1, 1, AUTHENTICATION));

        // Then
        assertThat(topology.published())
                .extracting(Handoff::getState)
                .containsExactly(HandoffState.PROPOSED);
        assertThat(topology.outcomes()).containsExactly(Outcome.WAITING, Outcome.PROPOSED);
    }

    @Test
    void keepsItemsApart() {
        // When
        topology.pipe(issue(1, 1, AUTHENTICATION));
        topology.pipe(workflow(2, 1, "complete"));

        // Then
        assertThat(topology.published()).isEmpty();
    }

    @Test
    void withdrawsAndProposesAnew() {
        // Given
        topology.pipe(issue(1, 1, AUTHENTICATION));
        topology.pipe(workflow(1, 1, "complete"));

        // When
        topology.pipe(issue(1, 2, AUTHENTICATION));
        topology.pipe(workflow(1, 2, "in dev"));
        topology.pipe(issue(1, 3, AUTHENTICATION));
        topology.pipe(workflow(1, 3, "complete"));

        // Then
        assertThat(topology.published())
                .extracting(Handoff::getState)
                .containsExactly(
                        HandoffState.PROPOSED, HandoffState.WITHDRAWN, HandoffState.PROPOSED);
    }

    @Test
    void publishesOnlyOnChange() {
        // Given
        topology.pipe(issue(1, 1, AUTHENTICATION));
        topology.pipe(workflow(1, 1, "complete"));
        topology.published();

        // When
        topology.pipe(issue(1, 1, AUTHENTICATION));
        topology.pipe(workflow(1, 1, "complete"));
        topology.pipe(issue(1, 2, AUTHENTICATION, "bug"));
        topology.pipe(issue(1, 1, COMPLIANCE));

        // Then
        assertThat(topology.published()).isEmpty();
        assertThat(topology.outcomes())
                .containsExactly(
                        Outcome.NOT_DUE,
                        Outcome.PROPOSED,
                        Outcome.STALE,
                        Outcome.STALE,
                        Outcome.UNCHANGED,
                        Outcome.STALE);
    }

    @Test
    void restatesAHandoffThatBecomesConfidential() {
        // Given
        topology.pipe(issue(1, 1, AUTHENTICATION));
        topology.pipe(workflow(1, 1, "complete"));
        topology.published();

        // When
        topology.pipe(confidential(1, 2, AUTHENTICATION));

        // Then
        assertThat(topology.published()).extracting(Handoff::getConfidential).containsExactly(true);
        assertThat(topology.outcomes()).last().isEqualTo(Outcome.RESTATED);
    }

    @Test
    void countsARecordWithoutValue() {
        // When
        topology.pipeTombstone(key(1));

        // Then
        assertThat(topology.outcomes()).containsExactly(Outcome.EMPTY);
    }

    @Test
    void namesTheRecordAndKeepsTheDelivery() {
        // Given
        topology.pipe(workflow(1, 1, "complete"));
        var headers = new RecordHeaders();
        headers.add("delivery-id", "d-1".getBytes(StandardCharsets.UTF_8));

        // When
        topology.pipe(new TestRecord<>(key(1), issue(1, 1, AUTHENTICATION), headers, (Long) 5L));

        // Then
        assertThat(topology.publishedRecords())
                .singleElement()
                .satisfies(
                        record -> {
                            assertThat(header(record, "delivery-id")).isEqualTo("d-1");
                            assertThat(header(record, "ce_id")).isEqualTo(key(1) + "#1.1");
                            assertThat(header(record, "ce_type"))
                                    .isEqualTo("dev.pavior.handoff.handoffs.v1");
                        });
    }

    @Test
    void keepsPublishedHandoffsForWhoeverAsks() {
        // When
        topology.pipe(issue(1, 1, AUTHENTICATION));
        topology.pipe(workflow(1, 1, "complete"));

        // Then
        assertThat(new PublishedHandoffs(topology::table).find(key(1)))
                .hasValueSatisfying(
                        handoff -> assertThat(handoff.team()).isEqualTo("Authentication"));
    }

    @Test
    void publishesNothingWhenAllStateIsLostAndReadAgain(@TempDir Path empty) {
        // Given
        var history =
                List.of(
                        issue(1, 1, AUTHENTICATION),
                        workflow(1, 1, "complete"),
                        issue(1, 2, AUTHENTICATION),
                        workflow(1, 2, "in dev"),
                        issue(1, 3, COMPLIANCE),
                        workflow(1, 3, "complete"),
                        issue(1, 4, COMPLIANCE, AUTHENTICATION));
        history.forEach(topology::pipe);
        var before = topology.publishedByKey();

        // When
        try (var rebuilt = new DrivenTopology(empty)) {
            rebuilt.remember(before);
            history.forEach(rebuilt::pipe);

            // Then
            assertThat(before).isNotEmpty();
            assertThat(rebuilt.published()).isEmpty();
        }
    }

    @Test
    void namesAnOwnerWhoWasAddedToTheFileMeanwhile(@TempDir Path other) {
        // Given
        topology.pipe(issue(1, 1, "group::new"));
        topology.pipe(workflow(1, 1, "complete"));
        var ownership = new Ownership(Map.of("group::new", new Owner("New", "ada", "bo")));
        try (var restarted = new DrivenTopology(other, ownership)) {
            restarted.restore(topology.dossiers());

            // When
            restarted.startReview();
            restarted.startReview();

            // Then
            assertThat(topology.published()).extracting(Handoff::getTeam).containsOnlyNulls();
            assertThat(restarted.published()).extracting(Handoff::getTeam).containsExactly("New");
        }
    }

    @Test
    void isTheOneDeployed() throws IOException {
        // When
        var described =
                DrivenTopology.topology(Charter.OWNERSHIP, new ArrayList<>()).describe().toString();

        // Then
        try (var pinned = getClass().getResourceAsStream("/expected-topology.txt")) {
            assertThat(described)
                    .isEqualTo(new String(pinned.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String header(TestRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
