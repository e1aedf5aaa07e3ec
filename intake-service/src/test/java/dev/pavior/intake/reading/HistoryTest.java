package dev.pavior.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.ReadCursor;
import dev.pavior.contract.v1.ReadJob;
import dev.pavior.contract.v1.ReadState;
import dev.pavior.intake.reading.ListingGitLab.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final Instant FIRST = Instant.parse("2020-03-10T12:00:00Z");
    private static final Places PLACES =
            Places.of(List.of(), List.of(), List.of(project(3), project(4)), List.of());

    private final ListingGitLab server = new ListingGitLab();
    private final Desk desk = Desks.of(server.client());
    private final Pulse pulse = new Pulse("Histories", Clock.systemUTC());
    private final History history =
            new History(
                    desk,
                    List.of(new NumberedSort("merge_requests", ItemKey.Kind.MERGE_REQUEST)),
                    pulse);

    @AfterEach
    void close() {
        server.close();
    }

    private static Place project(long id) {
        return new Place(Place.Kind.PROJECT, id, "acme/" + id, null);
    }

    @Test
    void failsWhereAListIsNotShownAndReadsOnlyThatAgain() throws InterruptedException {
        // Given
        server.lists("/projects/3/merge_requests", rows(2));
        ask();
        var failed = cursor();
        server.lists("/projects/4/merge_requests", rows(3));
        var before = server.requests().size();

        // When
        ask();

        // Then
        assertThat(failed.getState()).isEqualTo(ReadState.FAILED);
        assertThat(failed.getReason())
                .isEqualTo("merge_requests of project 4: GitLab does not show it to this token");
        assertThat(cursor().getState()).isEqualTo(ReadState.DONE);
        assertThat(cursor().getReason()).isNull();
        assertThat(cursor().getDoneCount()).isEqualTo(5);
        assertThat(server.requests().subList(before, server.requests().size()))
                .isNotEmpty()
                .noneMatch(request -> request.startsWith("/projects/3/merge_requests?"));
        assertThat(HistoryTurn.next(desk)).isEmpty();
    }

    @Test
    void isDoneWhereAProjectHasNoMergeRequestsByItsSettings() throws InterruptedException {
        // Given
        server.lists("/projects/3/merge_requests", rows(2))
                .says("/projects/4/merge_requests", 403, "{}")
                .says("/projects/4", 200, "{\"id\":4,\"merge_requests_enabled\":false}");

        // When
        ask();

        // Then
        assertThat(cursor().getState()).isEqualTo(ReadState.DONE);
    }

    @Test
    void countsWithoutAPercentageWhereTheTotalIsUnknown() throws InterruptedException {
        // Given
        server.bounded(50_000, 1)
                .lists("/projects/3/merge_requests", rows(2))
                .lists("/projects/4/merge_requests", rows(1));

        // When
        ask();

        // Then
        assertThat(cursor().getDoneCount()).isEqualTo(3);
        assertThat(cursor().getTotalCount()).isNull();
        assertThat(pulse.reading().done()).isEqualTo(3);
        assertThat(pulse.reading().percent()).isNull();
        assertThat(pulse.reading().secondsLeft()).isNull();
    }

    private void ask() throws InterruptedException {
        // A wish counts by the millisecond.
        Thread.sleep(2);
        Wish.make(desk, ReadJob.HISTORY, null);
        history.run(PLACES, HistoryTurn.next(desk).orElseThrow());
    }

    private ReadCursor cursor() {
        return desk.cursor(ReadJob.HISTORY, History.ALL).orElseThrow();
    }

    private static List<Row> rows(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(i -> new Row(i, FIRST.plusSeconds(i), "x"))
                .toList();
    }
}
