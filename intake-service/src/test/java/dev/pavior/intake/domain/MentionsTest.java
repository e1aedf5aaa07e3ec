package dev.pavior.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {

    private static final String GROUP = "gitlab-com/gl-security/prodsec";
    private static final List<String> HANDLES = List.of("prodsec", GROUP);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@prodsec",
                "cc @ProdSec, please",
                "Thanks to @prodsec.",
                "(@prodsec)",
                "**@prodsec**: look",
                "@prodsec/ and others",
                "one ` tick @prodsec",
                "`code` @prodsec `code`",
                "``` inline ``` @prodsec",
                "```\ncode\n```\n@prodsec",
                "one ` tick\n\n@prodsec in the next ` paragraph",
                "<!-- hidden --> @prodsec",
            })
    void findsAHandle(String markdown) {
        // When
        var mentioned = Mentions.in(markdown, HANDLES);

        // Then
        assertThat(mentioned).containsExactly("prodsec");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "prodsec",
                "mail to team@prodsec.example or me+x@prodsec",
                "@prodsec-bot",
                "@prodsec.bot",
                "@prodsec_",
                "@prodsec/other",
                "@other/prodsec",
                "@@prodsec",
                "https://example.org/@prodsec",
                "`@prodsec`",
                "``a ` @prodsec``",
                "a `span over\nlines @prodsec` ends",
                "```\n@prodsec\n```",
                "> ~~~ruby\n> @prodsec\n> ~~~",
                "```\n@prodsec is never closed",
                "````\n```\n@prodsec\n````",
                "<!-- call @prodsec\nlater -->",
            })
    void seesNoHandleIn(String markdown) {
        // When
        var mentioned = Mentions.in(markdown, HANDLES);

        // Then
        assertThat(mentioned).isEmpty();
    }

    @Test
    void sortsThemAsTheyWereGiven() {
        // When
        var mentioned =
                Mentions.in(
                        "@prodsec and @GitLab-com/gl-security/ProdSec, again @PRODSEC",
                        List.of("prodsec", GROUP, "nobody"));

        // Then
        assertThat(mentioned).containsExactly(GROUP, "prodsec");
    }

    /** Texts that make a careless reader run for hours, or out of stack. */
    static Stream<String> hostile() {
        var unclosed = new StringBuilder();
        for (int run = 1; unclosed.length() < 700_000; run++) {
            unclosed.append("`".repeat(run)).append('@');
        }
        return Stream.of(
                        unclosed.toString(),
                        "> ".repeat(350_000),
                        "`".repeat(700_000) + " `",
                        "@" + "a/".repeat(350_000),
                        "@" + ".".repeat(700_000),
                        "<!--".repeat(175_000))
                .map(text -> text + "\n\n@prodsec");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("hostile")
    void readsAHostileText(String text) {
        // When
        var mentioned = Mentions.in(text, HANDLES);
        var boxes = Checkboxes.in(text);

        // Then
        assertThat(mentioned).containsExactly("prodsec");
        assertThat(boxes.total()).isZero();
    }

    @Test
    @Timeout(30)
    void isNotHeldUpByCommentsThatNeverEnd() {
        // Given
        var text = "<!-- @prodsec -->" + "<!--".repeat(250_000) + " @prodsec";

        // When
        var mentioned = Mentions.in(text, List.of("prodsec"));

        // Then
        assertThat(mentioned).containsExactly("prodsec");
    }
}
