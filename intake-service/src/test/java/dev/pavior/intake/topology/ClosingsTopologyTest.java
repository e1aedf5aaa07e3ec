package dev.pavior.intake.topology;

import static dev.pavior.intake.topology.Observations.HOST;
import static dev.pavior.intake.topology.Observations.ITEM;
import static dev.pavior.intake.topology.Observations.NOON;
import static dev.pavior.intake.topology.Observations.opened;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.v1.CatalogEntry;
import dev.pavior.contract.v1.CatalogKind;
import dev.pavior.contract.v1.ItemKind;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.WorkItem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosingsTopologyTest {

    @TempDir private Path stateDir;
    private RunningAssembler assembler;

    @BeforeEach
    void start() {
        assembler = new RunningAssembler(stateDir);
        meet("group/other", 8, "project");
        meet("group/sub", 20, "group");
    }

    @AfterEach
    void stop() {
        assembler.close();
    }

    @Test
    void resolvesEveryWayToNameAnItem() {
        // When
        see(
                says(
                        "Closes #1, Group/Project#2, other#3, group/other#4,"
                                + " https://gitlab.example/group/other/-/issues/5 and"
                                + " https://gitlab.example/groups/group/sub/-/work_items/6"));

        // Then
        assertThat(newest().getCloses())
                .containsExactly(
                        HOST + "/7/issue/1",
                        HOST + "/7/issue/2",
                        HOST + "/8/issue/3",
                        HOST + "/8/issue/4",
                        HOST + "/8/issue/5",
                        HOST + "/groups/20/epic/6");
    }

    @Test
    void readsTheTitleAsGitLabDoes() {
        // When
        see(opened(NOON).setTitle("Fix #1 for good"));

        // Then
        assertThat(newest().getCloses()).containsExactly(HOST + "/7/issue/1");
    }

    @Test
    void leavesOutAPathUntilTheNextSightAfterItIsMet() {
        // Given
        see(says("Closes far/away#1"));
        meet("far/away", 9, "project");

        // When
        see(says("Closes far/away#1").setDeliveryId("twin").setSeenAt(NOON.plusSeconds(9)));

        // Then
        assertThat(assembler.workItems.readValuesToList())
                .extracting(WorkItem::getCloses)
                .containsExactly(List.of(), List.of(HOST + "/9/issue/1"));
    }

    @Test
    void forgetsWhatTheWordsNoLongerSayThoughGitLabSaidItToo() {
        // Given
        see(
                says("Closes #1")
                        .setClosesRead(List.of(HOST + "/7/issue/1", HOST + "/7/issue/9"))
                        .setSeen(List.of("state", "title", "description", "closesRead")));

        // When
        see(opened(NOON.plusSeconds(60)));

        // Then
        assertThat(newest().getCloses()).containsExactly(HOST + "/7/issue/9");
    }

    @Test
    void closesNothingByTheWordsOfAnIssue() {
        // When
        see(says("Closes #1").setKind(ItemKind.ISSUE));

        // Then
        assertThat(newest().getCloses()).isEmpty();
    }

    private static Observation.Builder says(String description) {
        return opened(NOON).setDescription(description);
    }

    private void see(Observation.Builder seen) {
        assembler.observations.pipeInput(ITEM, seen.build());
    }

    private WorkItem newest() {
        return assembler.workItems.readValuesToList().getLast();
    }

    private void meet(String path, long id, String category) {
        var key = HOST + "/path/" + path;
        assembler.catalog.pipeInput(
                key,
                CatalogEntry.newBuilder()
                        .setEntry(key)
                        .setHost(HOST)
                        .setKind(CatalogKind.PATH)
                        .setEntryId(id)
                        .setFullPath(path)
                        .setCategory(category)
                        .setSeenAt(NOON)
                        .build());
    }
}
