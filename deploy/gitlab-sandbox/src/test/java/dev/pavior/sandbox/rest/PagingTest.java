package dev.pavior.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pavior.sandbox.domain.Fields;
import dev.pavior.sandbox.domain.Refusal;
import java.net.URI;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {

    private static final URI HERE = URI.create("http://gitlab.example/api/v4/projects/1/issues");

    @ParameterizedTest
    @CsvSource({"1,10,0-9", "2,10,10-19", "3,10,20-24", "4,10,-", "1,100,0-24", "9999999,100,-"})
    void cutsOutThePage(int page, int perPage, String expected) {
        // Given
        var all = IntStream.range(0, 25).boxed().toList();

        // When
        var cut = new Paging(page, perPage).cut(all);

        // Then
        String shown = cut.isEmpty() ? "-" : cut.getFirst() + "-" + cut.getLast();
        assertThat(shown).isEqualTo(expected);
    }

    @Test
    void tellsWhereItStands() {
        // Given
        var paging = new Paging(2, 10);

        // When
        var headers = paging.headers(25, HERE, "labels=a%2Cb&page=2&per_page=10");

        // Then
        assertThat(headers)
                .containsAllEntriesOf(
                        Map.of(
                                "x-page", "2",
                                "x-per-page", "10",
                                "x-next-page", "3",
                                "x-prev-page", "1",
                                "x-total", "25",
                                "x-total-pages", "3"));
        assertThat(headers.get("Link"))
                .contains("<" + HERE + "?labels=a%2Cb&page=3&per_page=10>; rel=\"next\"")
                .contains("rel=\"prev\"", "rel=\"first\"", "rel=\"last\"");
    }

    @Test
    void countsNoFurtherThanGitLab() {
        // Given
        var paging = new Paging(1, 100);

        // When
        var headers = paging.headers(10_001, HERE, "");

        // Then
        assertThat(headers).doesNotContainKeys("x-total", "x-total-pages");
        assertThat(headers.get("Link")).contains("rel=\"next\"").doesNotContain("rel=\"last\"");
    }

    @ParameterizedTest
    @CsvSource({"1000,100", "-5,20", "7,7"})
    void boundsTheSizeOfAPage(int asked, int given) {
        // Given
        var fields = Fields.of("per_page", asked);

        // When
        var paging = Paging.of(fields);

        // Then
        assertThat(paging.perPage()).isEqualTo(given);
    }

    @Test
    void refusesPagesOfNothing() {
        assertThatThrownBy(() -> Paging.of(Fields.of("per_page", 0)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("per_page has a value not allowed");
    }
}
