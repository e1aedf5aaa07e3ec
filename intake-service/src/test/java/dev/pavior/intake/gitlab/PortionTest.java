package dev.pavior.intake.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortionTest {

    @ParameterizedTest
    @CsvSource({
        "per_page=100, per_page=50",
        "per_page=100&page=4, per_page=50&page=7",
        "page=3&per_page=25, page=11&per_page=5",
        "per_page=100&cursor=eyJ, per_page=50&cursor=eyJ",
        "per_page=20&page=2, per_page=5&page=5",
    })
    void beginsAPartWhereThePageBegan(String page, String part) {
        assertThat(Portion.less(path(page))).contains(path(part));
    }

    @Test
    void doesNotPartASingleRow() {
        assertThat(Portion.less(path("per_page=1&page=9"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "per_page=25&page=2, per_page=25&page=2",
        "per_page=25&page=3, per_page=50&page=2",
        "per_page=25&page=5, per_page=100&page=2",
        "per_page=1&page=6, per_page=5&page=2",
        "per_page=5&cursor=eyJ, per_page=100&cursor=eyJ",
        "per_page=20&page=6, per_page=20&page=6",
    })
    void growsAgainWhereALargerPageBegins(String next, String larger) {
        assertThat(Portion.most(path(next))).isEqualTo(path(larger));
    }

    private static ApiPath path(String query) {
        return new ApiPath("/projects/3/issues?" + query);
    }
}
