package dev.pavior.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {

    @ParameterizedTest
    @CsvSource({
        "abc, 3, abc, false",
        "abcd, 3, abc, true",
        "aé, 2, a, true",
        "aé, 3, aé, false",
        "€€, 5, €, true",
        "a😀, 4, a, true",
        "a😀, 5, a😀, false",
        "'', 0, '', false",
    })
    void cutsBetweenCharacters(String text, int bytes, String words, boolean cut) {
        // When
        var excerpt = Excerpt.of(text, bytes);

        // Then
        assertThat(excerpt).isEqualTo(new Excerpt(words, cut));
    }
}
