package dev.pavior.intake.topology;

import static dev.pavior.intake.topology.Observations.ITEM;
import static dev.pavior.intake.topology.Observations.NOON;
import static dev.pavior.intake.topology.Observations.opened;
import static dev.pavior.intake.topology.Observations.read;
import static dev.pavior.intake.topology.Observations.sight;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pavior.chassis.kafka.EventHeaders;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.Gone;
import dev.pavior.contract.v1.ItemKind;
import dev.pavior.contract.v1.ItemState;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.Origin;
import dev.pavior.contract.v1.WorkItem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssemblerTopologyTest {

    @TempDir private Path stateDir;
    private RunningAssembler assembler;

    @BeforeEach
    void start() {
        assembler = new RunningAssembler(stateDir);
    }

    @AfterEach
    void stop() {
        assembler.close();
    }

    @Test
    void publishesTheWholeStateOfANewItem() {
        // Given
        var seen = opened(NOON).build();

        // When
        assembler.observations.pipeInput(ITEM, seen);

        // Then
        var item = assembler.workItems.readValue();
        assertThat(item.getItem()).isEqualTo(ITEM);
        assertThat(item.getProjectId()).isEqualTo(7L);
        assertThat(item.getKind()).isEqualTo(ItemKind.MERGE_REQUEST);
        assertThat(item.getRevision()).isEqualTo(1);
        assertThat(item.getValidFrom()).isEqualTo(NOON);
        assertThat(item.getObservedAt()).isEqualTo(NOON.plusSeconds(2));
        assertThat(item.getState()).isEqualTo(ItemState.OPENED);
        assertThat(item.getLabels()).containsExactly("bug", "group::code review");
        assertThat(item.getAssigneeIds()).containsExactly(4L, 5L);
        assertThat(item.getConfidential()).isFalse();
        assertThat(item.getDraft()).isTrue();
        assertThat(item.getCreatedAt()).isEqualTo(NOON.minusSeconds(60));
        assertThat(item.getCriteriaDone()).isEqualTo(1);
        assertThat(item.getCriteriaTotal()).isEqualTo(2);
        assertThat(item.getTextDigest()).hasSize(64);
        assertThat(item.getActorId()).isEqualTo(9L);
        assertThat(item.getAction()).isEqualTo("open");
    }

    @Test
    void publishesNothingForTheNameOfABranch() {
        // Given
        assembler.observations.pipeInput(ITEM, opened(NOON).build());
        assembler.observations.pipeInput(
                ITEM,
                opened(NOON.plusSeconds(9))
                        .setTargetBranch("the-customer-who-leaked-a-key")
                        .build());

        // When
        var published = assembler.workItems.readValuesToList();

        // Then
        assertThat(published).hasSize(1);
    }

    @Test
    void publishesNothingForARepetition() {
        // Given
        assembler.observations.pipeInput(ITEM, opened(NOON).build());
        assembler.observations.pipeInput(ITEM, opened(NOON).setDeliveryId("x").build());

        // When
        var published = assembler.workItems.readValuesToList();

        // Then
        assertThat(published).hasSize(1);
    }

    @Test
    void remembersEveryFieldOverSightsThatDoNotShowIt() {
        // Given
        assembler.observations.pipeInput(ITEM, opened(NOON).build());
        var before = assembler.workItems.readValue();

        // When
        assembler.observations.pipeInput(ITEM, merged(NOON.plusSeconds(60)));

        // Then
        var after = assembler.workItems.readValue();
        assertThat(after)
                .isEqualTo(
                        WorkItem.newBuilder(before)
                                .setRevision(2)
                                .setValidFrom(NOON.plusSeconds(60))
                                .setObservedAt(NOON.plusSeconds(62))
                                .setState(ItemState.MERGED)
                                .setMergedAt(NOON.plusSeconds(60))
                                .setAction("merge")
                                .build());
    }

    @Test
    void carriesTheDeliveryAndNamesTheRevisionInItsHeaders() {
        // Given
        var headers = new RecordHeaders();
        EventHeaders.set(headers, EventHeaders.DELIVERY_ID, "d-1");
        EventHeaders.stamp(headers, Topics.OBSERVATIONS, "d-1", "https://gitlab.example", NOON);

        // When
        assembler.observations.pipeInput(
                new TestRecord<>(ITEM, opened(NOON).build(), headers, NOON));

        // Then
        var published = assembler.workItems.readRecord().headers();
        assertThat(EventHeaders.get(published, EventHeaders.DELIVERY_ID)).contains("d-1");
        assertThat(EventHeaders.get(published, "ce_id")).contains(ITEM + "#1");
        assertThat(EventHeaders.get(published, "ce_type"))
                .contains("dev.pavior.intake.work-items.v1");
    }

    @Test
    void publishesWhatOnlyAReadKnows() {
        // Given
        assembler.observations.pipeInput(ITEM, opened(NOON).build());
        var before = assembler.workItems.readValue();

        // When
        var read = read(NOON).setSeenAt(NOON.plusSeconds(30)).build();
        assembler.observations.pipeInput(ITEM, read);

        // Then
        assertThat(assembler.workItems.readValue())
                .isEqualTo(
                        WorkItem.newBuilder(before)
                                .setRevision(2)
                                .setObservedAt(NOON.plusSeconds(30))
                                .setActorId(null)
                                .setAction(null)
                                .setParent(read.getParent())
                                .setLinks(read.getLinks().reversed())
                                .setMovedToId(77L)
                                .setMovedTo(read.getMovedTo())
                                .setMovedFrom(read.getMovedFrom())
                                .setIterationId(5L)
                                .setHealthStatus("at_risk")
                                .setUpvotes(3)
                                .setDownvotes(1)
                                .setNotes(8)
                                .setDiscussions(2)
                                .setApproved(true)
                                .setApproverIds(List.of(4L))
                                .setIntoDefaultBranch(true)
                                .setCloses(List.of("gitlab.example/7/issue/40"))
                                .build());
    }

    @Test
    void countsWhatReadingHadToRepair() {
        // Given
        var inputs =
                List.of(
                        opened(NOON).build(),
                        read(NOON).build(),
                        read(NOON).setOrigin(Origin.SWEEP).build(),
                        merged(NOON.plusSeconds(60)));

        // When
        inputs.forEach(seen -> assembler.observations.pipeInput(ITEM, seen));

        // Then
        assertThat(revisions("hook", "new")).isEqualTo(1);
        assertThat(revisions("poll", "known")).isEqualTo(1);
        assertThat(revisions("sweep", "known")).isZero();
        assertThat(revisions("hook", "known")).isEqualTo(1);
    }

    @Test
    void saysThatItIsGoneAndThatItIsBack() {
        // Given
        var gone =
                sight(NOON)
                        .setValidAt(null)
                        .setOrigin(Origin.SWEEP)
                        .setSeenAt(NOON.plusSeconds(60))
                        .setSeen(List.of("gone"))
                        .setGoneReason("hidden")
                        .build();
        var back = read(NOON).setSeenAt(NOON.plusSeconds(90)).build();

        // When
        assembler.observations.pipeInput(ITEM, read(NOON).build());
        assembler.observations.pipeInput(ITEM, gone);
        assembler.observations.pipeInput(ITEM, back);

        // Then
        assertThat(assembler.workItems.readValuesToList())
                .extracting(WorkItem::getGone)
                .containsExactly(null, new Gone(NOON.plusSeconds(60), "hidden"), null);
    }

    @Test
    void makesNoRevisionOfWhatOnlySaysWhereAnItemComesFrom() {
        // Given
        var arrival =
                sight(NOON)
                        .setValidAt(null)
                        .setGlobalId(null)
                        .setOrigin(Origin.POLL)
                        .setSeenAt(NOON.plusSeconds(60))
                        .setSeen(List.of("movedFrom"))
                        .setMovedFrom("gitlab.example/6/issue/1")
                        .build();

        // When
        assembler.observations.pipeInput(ITEM, arrival);
        assembler.observations.pipeInput(ITEM, opened(NOON).build());

        // Then
        var published = assembler.workItems.readValuesToList();
        assertThat(published).extracting(WorkItem::getRevision).containsExactly(1L);
        assertThat(published.getFirst().getState()).isEqualTo(ItemState.OPENED);
        assertThat(published.getFirst().getValidFrom()).isEqualTo(NOON);
        assertThat(published.getFirst().getMovedFrom()).isEqualTo("gitlab.example/6/issue/1");
        assertThat(revisions("poll", "new")).isZero();
    }

    @Test
    void keepsASecretThatAnEquallyOldHookTellsOpenUntilASweepFindsItSo() {
        // Given: the hooks of an old GitLab tell the second only
        var second = NOON.truncatedTo(ChronoUnit.SECONDS);
        var flip = opened(second).setConfidential(true).build();
        var edit = opened(second).setDeliveryId("late").setSeenAt(NOON.plusSeconds(9)).build();
        var swept =
                opened(NOON)
                        .setOrigin(Origin.SWEEP)
                        .setDeliveryId(null)
                        .setSeenAt(NOON.plusSeconds(300))
                        .build();

        // When
        List.of(flip, edit, swept).forEach(seen -> assembler.observations.pipeInput(ITEM, seen));

        // Then
        assertThat(assembler.workItems.readValuesToList())
                .extracting(WorkItem::getObservedAt, WorkItem::getConfidential)
                .containsExactly(
                        tuple(second.plusSeconds(2), true), tuple(NOON.plusSeconds(300), false));
    }

    @Test
    void isTheTopologyThatIsDeployed() throws IOException {
        // Given
        var pinned = Path.of("src/test/resources/expected-topology.txt");

        // When
        var description =
                RunningAssembler.topology(new SimpleMeterRegistry()).describe().toString();

        // Then
        assertThat(description).isEqualTo(Files.readString(pinned));
    }

    private static Observation merged(Instant at) {
        return sight(at)
                .setAction("merge")
                .setSeen(List.of("state"))
                .setState(ItemState.MERGED)
                .build();
    }

    private double revisions(String origin, String item) {
        var counter =
                assembler
                        .registry
                        .find("pavior.intake.revisions")
                        .tags("origin", origin, "item", item)
                        .counter();
        return counter == null ? 0 : counter.count();
    }
}
