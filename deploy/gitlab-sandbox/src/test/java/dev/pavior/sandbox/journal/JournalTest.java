package dev.pavior.sandbox.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.sandbox.demo.History;
import dev.pavior.sandbox.domain.Deed;
import dev.pavior.sandbox.domain.Fields;
import dev.pavior.sandbox.domain.Hook;
import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.MergeRequest;
import dev.pavior.sandbox.domain.Office;
import dev.pavior.sandbox.domain.Played;
import dev.pavior.sandbox.domain.Spent;
import dev.pavior.sandbox.domain.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class JournalTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What came later than the first journals. */
    private static final Pattern LATER =
            Pattern.compile(
                    ",\"(parentId|hidden|groupId|sourceProjectId)\":(null|false)"
                            + "|,\"(ties|approvals)\":\\{[^}]*}");

    @TempDir Path directory;

    @Test
    void bringsBackAWholeHistory() {
        // Given
        var world = opened();

        // When
        var again = opened();

        // Then
        assertThat(again.everything().toList()).isEqualTo(world.everything().toList());
        assertThat(again.everything().toList())
                .isEqualTo(History.played(NOW, happening -> {}).everything().toList());
    }

    @Test
    void bringsBackWhatChangedSince() {
        // Given
        var world = opened();
        change(world);

        // When
        var again = opened();

        // Then
        assertThat(again.everything().toList()).isEqualTo(world.everything().toList());
        assertThat(again.notes.nextId()).isEqualTo(world.notes.nextId());
        assertThat(again.played.find(41)).isPresent();
    }

    @Test
    void givesNoNumberOfTheRemovedAgain() {
        // Given
        var world = opened();
        var issue = newestIssue(world);
        var request = newestRequest(world);
        world.remove(issue);
        world.remove(request);

        // When
        var again = opened();

        // Then
        givesHigherNumbers(again, issue, request);
    }

    @Test
    void givesNoNumberOfTheRemovedAgainInAJournalBegunAnew() {
        // Given
        var world = opened();
        var issue = newestIssue(world);
        var request = newestRequest(world);
        world.remove(issue);
        world.remove(request);
        var anew = directory.resolve("anew");
        Journal.open(anew, JSON, this::opened);

        // When
        var again = Journal.open(anew, JSON, this::opened);

        // Then
        assertThat(again.everything().toList()).isEqualTo(world.everything().toList());
        givesHigherNumbers(again, issue, request);
    }

    @Test
    void learnsTheNumbersOfTheRemovedFromAJournalThatHasNoMarks() throws IOException {
        // Given
        var world = opened();
        var issue = newestIssue(world);
        var request = newestRequest(world);
        world.remove(issue);
        world.remove(request);
        var file = directory.resolve("world.jsonl");
        var lines = Files.readAllLines(file);
        assertThat(lines.removeIf(line -> line.startsWith("{\"kind\":\"Spent\""))).isTrue();
        Files.write(file, lines);

        // When
        var again = opened();

        // Then
        givesHigherNumbers(again, issue, request);
    }

    @Test
    void remembersTheHighestOfTheRemoved() {
        // Given
        var world = opened();
        var issue = newestIssue(world);
        var older = world.issuesOf(1).stream().filter(i -> i.iid() == issue.iid() - 1).findFirst();
        world.remove(issue);
        world.remove(older.orElseThrow());

        // When
        var again = opened();

        // Then
        assertThat(again.spent.all())
                .containsExactly(new Spent(1, "Issue", issue.projectId(), issue.iid()));
    }

    @Test
    void forgetsALineThatWasNotFinished() throws IOException {
        // Given
        var world = opened();
        change(world);
        Files.writeString(
                directory.resolve("world.jsonl"), "{\"kind\":\"Iss", StandardOpenOption.APPEND);

        // When
        var again = opened();
        again.played.put(new Played(42));

        // Then
        assertThat(opened().played.find(42)).isPresent();
        assertThat(opened().issues.all()).containsExactlyElementsOf(world.issues.all());
    }

    @Test
    void beginsAgainAfterAStartThatWasCutShort() throws IOException {
        // Given
        Files.writeString(directory.resolve("world.jsonl.new"), "{\"kind\":\"User\"");

        // When
        var world = opened();

        // Then
        assertThat(world.users.all()).hasSize(3 + 6);
    }

    @Test
    void writesWhatBelongsTogetherAtOnceAndBeforeAnybodyHears() {
        // Given
        var world = opened();
        var file = directory.resolve("world.jsonl");
        long before = size(file);
        var sizes = new ArrayList<Long>();

        // When
        world.inTurn(
                () -> {
                    change(world);
                    world.afterTurn(() -> sizes.add(size(file)));
                    sizes.add(size(file));
                    return true;
                });

        // Then
        assertThat(sizes).hasSize(2);
        assertThat(sizes.getFirst()).isEqualTo(before);
        assertThat(sizes.getLast()).isGreaterThan(before).isEqualTo(size(file));
    }

    @Test
    void readsTheLinesOfOlderSandboxes() throws IOException {
        // Given
        var world = opened();
        world.hooks.put(hook());
        var file = directory.resolve("world.jsonl");
        var older =
                Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("{\"kind\":\"Trace\""))
                        .map(line -> LATER.matcher(line).replaceAll(""))
                        .toList();
        Files.write(file, older);

        // When
        var again = opened();

        // Then
        assertThat(String.join("", older)).doesNotContain("parentId", "ties", "approvals");
        assertThat(again.issues.all()).containsExactlyElementsOf(world.issues.all());
        assertThat(again.mergeRequests.all()).containsExactlyElementsOf(world.mergeRequests.all());
        assertThat(again.projects.all()).containsExactlyElementsOf(world.projects.all());
        assertThat(again.hooks.all()).containsExactlyElementsOf(world.hooks.all());
    }

    private static Hook hook() {
        return new Hook(
                1, 1L, null, "http://127.0.0.1:9/", null, null, null, null, true, Set.of(), NOW);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private World opened() {
        return Journal.open(directory, JSON, () -> History.played(NOW, happening -> {}));
    }

    private static Issue newestIssue(World world) {
        return world.issuesOf(1).stream().max(Comparator.comparing(Issue::iid)).orElseThrow();
    }

    private static MergeRequest newestRequest(World world) {
        return world.mergeRequestsOf(1).stream().max(Comparator.comparing(Item::iid)).orElseThrow();
    }

    private static void givesHigherNumbers(World world, Issue issue, MergeRequest request) {
        var office = Office.of(world, happening -> {});
        var deed = new Deed(world.users.get(4), NOW.plusSeconds(2));
        var project = world.projects.get(1);
        var branches = Fields.of("title", "Next", "source_branch", "next", "target_branch", "main");
        assertThat(office.issues().open(project, Fields.of("title", "Next"), deed).iid())
                .isEqualTo(issue.iid() + 1);
        assertThat(office.mergeRequests().open(project, branches, deed).iid())
                .isEqualTo(request.iid() + 1);
    }

    private static void change(World world) {
        var office = Office.of(world, happening -> {});
        var deed = new Deed(world.users.get(4), NOW.plusSeconds(1));
        var issue = world.issues.get(1);
        office.issues().update(issue, Fields.of("add_labels", "new one", "weight", 5), deed);
        var note = office.notes().write(issue, Fields.of("body", "Hello"), deed);
        office.notes().delete(note, issue, deed);
        world.played.put(new Played(41));
    }
}
