package dev.pavior.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LastWordsTest {

    @Test
    void namesTheInnermostCause() {
        // Given
        var log =
                List.of(
                        "2026-11-23 INFO starting",
                        "Exception in thread \"main\" java.lang.RuntimeException: no",
                        "\tat a.B.c(B.java:1)",
                        "Caused by: java.net.BindException: Address already in use",
                        "\tat a.B.d(B.java:2)",
                        "\t... 12 more",
                        "");
        // When
        var words = LastWords.of(log);
        // Then
        assertThat(words).isEqualTo("Caused by: java.net.BindException: Address already in use");
    }

    @Test
    void prefersTheExplanationThatSpringGives() {
        // Given
        var log =
                List.of(
                        "2026-11-23 ERROR LoggingFailureAnalysisReporter :",
                        "***************************",
                        "APPLICATION FAILED TO START",
                        "",
                        "Description:",
                        "",
                        "Port 8080 was already in use.",
                        "",
                        "Action:",
                        "Stop the process that listens there.");
        // When
        var words = LastWords.of(log);
        // Then
        assertThat(words).isEqualTo("Port 8080 was already in use.");
    }

    @Test
    void fallsBackToTheLastLineThatSaysAnything() {
        // When
        var words = LastWords.of(List.of("one", "  two  ", "", "   "));
        // Then
        assertThat(words).isEqualTo("two");
    }

    @Test
    void saysSoWhereThereIsNothing() {
        // When
        var words = LastWords.of(List.of());
        // Then
        assertThat(words).isEqualTo("it said nothing");
    }
}
