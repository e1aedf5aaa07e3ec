package dev.pavior.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.sandbox.domain.Entity;
import dev.pavior.sandbox.domain.Happening;
import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.Label;
import dev.pavior.sandbox.domain.LabelBook;
import dev.pavior.sandbox.domain.State;
import dev.pavior.sandbox.domain.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {

    private static final Instant BORN = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void isTheSameForTheSameDay() {
        // Given
        var once = History.played(BORN, happening -> {});

        // When
        var again = History.played(BORN, happening -> {});

        // Then
        assertThat(all(again)).isEqualTo(all(once));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23T10:00:00Z", "2026-03-01T00:30:00Z", "2028-02-29T23:59:59Z"})
    void tellsEverythingInOrderAndNothingOfTheFuture(String day) {
        // Given
        var born = Instant.parse(day);
        var told = new ArrayList<Happening>();

        // When
        History.played(born, told::add);

        // Then
        assertThat(told).hasSizeGreaterThan(1_000);
        assertThat(told)
                .extracting(happening -> happening.deed().at())
                .isSortedAccordingTo(Comparator.naturalOrder())
                .allMatch(at -> at.isBefore(born));
    }

    @Test
    void looksLikeATeam() {
        // Given a day

        // When
        var world = History.played(BORN, happening -> {});

        // Then
        assertThat(world.projects.all()).hasSize(3);
        assertThat(world.groups.all()).hasSize(2);
        assertThat(world.milestones.all()).hasSize(12);
        assertThat(world.issues.all()).hasSizeBetween(120, 250);
        assertThat(world.mergeRequests.all()).hasSizeBetween(100, 250);
        assertThat(world.mergeRequests.stream().filter(r -> r.state() == State.MERGED).count())
                .isGreaterThan(80);
        assertThat(world.mergeRequests.stream().filter(r -> r.state() == State.OPENED).count())
                .isGreaterThan(2);
        assertThat(world.issues.stream().filter(Issue::confidential).count()).isGreaterThan(5);
    }

    @Test
    void leavesSomethingForThePoliciesToDo() {
        // Given
        var world = History.played(BORN, happening -> {});

        // When
        var open = world.issues.stream().filter(issue -> issue.state() == State.OPENED).toList();

        // Then
        assertThat(open.stream().filter(candidateWithoutMetric(world)).count()).isGreaterThan(3);
        assertThat(world.labels.stream().map(Label::title))
                .anyMatch(title -> title.startsWith("ProdSecEngMetrics::"));
    }

    private static Predicate<Issue> candidateWithoutMetric(World world) {
        var labels = new LabelBook(world);
        return issue -> {
            var titles = labels.of(issue).stream().map(Label::title).toList();
            return titles.contains("ProdSecEng Candidate")
                    && titles.stream().noneMatch(title -> title.startsWith("ProdSecEngMetric"));
        };
    }

    private static List<Entity> all(World world) {
        Stream<Entity> everything = world.everything();
        return everything.toList();
    }
}
