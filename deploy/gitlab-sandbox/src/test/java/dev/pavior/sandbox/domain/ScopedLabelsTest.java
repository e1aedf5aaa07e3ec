package dev.pavior.sandbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopedLabelsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "w::dev          | w::review | -         | w::review",
                "bug             | docs      | -         | bug docs",
                "bug docs        | -         | docs      | bug",
                "bug             | docs      | docs      | bug",
                "w::dev          | w::review | w::review | w::dev",
                "w::dev          | w::dev    | -         | w::dev",
                "bug             | -         | absent    | bug",
                "a::b::x a::y    | a::b::z   | -         | a::y a::b::z",
                "-               | w::a w::b | -         | w::b",
                "bug             | Bug       | -         | bug Bug",
                "::odd           | ::other   | -         | ::odd ::other"
            })
    void decidesWhatRemains(String now, String add, String remove, String expected) {
        // Given
        var labels = labels(now);

        // When
        var after = ScopedLabels.after(labels, labels(add), labels(remove));

        // Then
        assertThat(after).extracting(Label::title).containsExactlyElementsOf(titles(expected));
    }

    private static List<String> titles(String text) {
        return text == null ? List.of() : Arrays.asList(text.split(" "));
    }

    private static List<Label> labels(String text) {
        return titles(text).stream().map(ScopedLabelsTest::label).toList();
    }

    private static Label label(String title) {
        var at = Instant.EPOCH;
        return new Label(title.hashCode(), Home.group(1), title, "#000000", null, null, at, at);
    }
}
