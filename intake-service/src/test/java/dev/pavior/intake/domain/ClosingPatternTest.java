package dev.pavior.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClosingPatternTest {

    private static final String HOST = "gitlab.example";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Close #1",
                "closes #1",
                "Closed #1",
                "closing #1",
                "Fix #1",
                "fixes #1",
                "Fixed #1",
                "fixing #1",
                "Resolve #1",
                "resolves #1",
                "Resolved #1",
                "resolving #1",
                "Implement #1",
                "implements #1",
                "Implemented #1",
                "implementing #1",
                "Closes: #1",
                "This fixes #1.",
                "Closes issue #1",
                "Closes issues #1",
                "(closes #1)",
                "Closes #1+",
                "Closes #1+s",
            })
    void knowsTheKeyword(String text) {
        // When
        var closed = ClosingPattern.in(text, HOST);

        // Then
        assertThat(closed).containsExactly(new Reference(null, false, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#1",
                "Related to #5",
                "CLOSES #1",
                "Closes\n#1",
                "encloses #1",
                "Closes #1a",
                "Closes #0",
                "Closes #",
                "Closes #99999999999999999999",
                "Closes !1",
                "Closes `#1`",
                "`Closes #1`",
                "```\nCloses #1\n```",
                "<!-- Closes #1 -->",
                "Closes ABC-1",
                "Closes https://elsewhere.example/g/p/-/issues/1",
                "Closes https://gitlab.example/g/p/-/merge_requests/1",
                "Closes https://gitlab.example/g/p/-/issues/",
            })
    void closesNothing(String text) {
        // When
        var closed = ClosingPattern.in(text, HOST);

        // Then
        assertThat(closed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Closes group/project#2, group/project, false, 2",
        "Closes project#2, project, false, 2",
        "Closes a/b.c/d-e#2, a/b.c/d-e, false, 2",
        "Closes https://gitlab.example/g/p/-/issues/2, g/p, false, 2",
        "Closes http://GitLab.example/g/s/p/issues/2#note_7, g/s/p, false, 2",
        "Closes https://gitlab.example/g/p/-/issues/incident/2, g/p, false, 2",
        "Closes https://gitlab.example/g/p/-/work_items/2?show=x, g/p, false, 2",
        "Closes https://gitlab.example/groups/g/s/-/work_items/2, g/s, true, 2",
    })
    void readsTheWaysToNameAnItem(String text, String path, boolean inGroup, long iid) {
        // When
        var closed = ClosingPattern.in(text, HOST);

        // Then
        assertThat(closed).containsExactly(new Reference(path, inGroup, iid));
    }

    @Test
    void readsLists() {
        // Given
        var text =
                "Closes #1, #2 and #3, and issue #4 #5, ABC-7, g/p#6, not #8.\n"
                        + "Fixes #9 and https://gitlab.example/g/p/-/issues/10, then #11";

        // When
        var closed = ClosingPattern.in(text, HOST);

        // Then
        assertThat(closed)
                .extracting(Reference::iid)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 9L, 10L);
    }

    /** Texts that make a careless reader run for hours, or out of stack. */
    static Stream<String> hostile() {
        return Stream.of(
                        "Closes #1" + " ".repeat(700_000),
                        "Closes #1, ".repeat(63_000),
                        "Closes ".repeat(100_000),
                        "Closes " + "a/".repeat(350_000),
                        "Closes https://" + "a".repeat(700_000),
                        "Closes https://gitlab.example/" + "a/".repeat(350_000),
                        "Closes #1" + " and and".repeat(80_000))
                .map(text -> text + "\nCloses #2");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("hostile")
    void readsAHostileText(String text) {
        // When
        var closed = ClosingPattern.in(text, HOST);

        // Then
        assertThat(closed)
                .isSubsetOf(List.of(new Reference(null, false, 1), new Reference(null, false, 2)))
                .contains(new Reference(null, false, 2));
    }
}
