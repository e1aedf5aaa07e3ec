package dev.pavior.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.ItemKey;
import dev.pavior.intake.reading.ListingGitLab.Row;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ItemListTest {

    private static final Instant FIRST = Instant.parse("2020-03-10T12:00:00.123Z");

    private final ListingGitLab server = new ListingGitLab();
    private final ItemList requests = list("merge_requests", ItemKey.Kind.MERGE_REQUEST);
    private final ItemList issues = list("issues", ItemKey.Kind.ISSUE);

    @AfterEach
    void close() {
        server.close();
    }

    private ItemList list(String word, ItemKey.Kind kind) {
        return new ItemList(server.client(), 3, new NumberedSort(word, kind));
    }

    @Test
    void goesOnByTimeWhereOffsetsEnd() {
        // Given
        server.bounded(9_950, 10_000).lists("/projects/3/merge_requests", rows(20_500));
        var numbers = new HashSet<Integer>();

        // When
        var complete =
                requests.eachPage(
                        page ->
                                page.rows().stream()
                                        .map(row -> row.path("iid").asInt())
                                        .forEach(numbers::add));

        // Then
        assertThat(complete).isTrue();
        assertThat(numbers).hasSize(20_500);
        assertThat(server.requests()).hasSizeLessThan(210);
    }

    @Test
    void takesStatisticsWhereAListDoesNotCount() {
        // Given
        server.bounded(50_000, 10)
                .lists("/projects/3/issues", rows(11))
                .says(
                        "/projects/3/issues_statistics",
                        200,
                        "{\"statistics\":{\"counts\":{\"all\":11,\"closed\":4,\"opened\":7}}}");

        // When
        var total = issues.total();

        // Then
        assertThat(total).hasValue(11);
    }

    @Test
    void doesNotGuessHowManyMergeRequestsThereAre() {
        // Given
        server.bounded(50_000, 10).lists("/projects/3/merge_requests", rows(11));

        // When
        var total = requests.total();

        // Then
        assertThat(total).isEmpty();
    }

    @Test
    void knowsWhatAProjectHasSwitchedOff() {
        // Given
        server.says("/projects/3", 200, "{\"id\":3,\"merge_requests_enabled\":false}");

        // When
        var off = List.of(requests.isOff(), issues.isOff());

        // Then
        assertThat(off).containsExactly(true, false);
    }

    private static List<Row> rows(int count) {
        // Two at a time, as imports make them.
        return LongStream.rangeClosed(1, count)
                .mapToObj(i -> new Row(i, FIRST.plusSeconds(i / 2), "x"))
                .toList();
    }
}
