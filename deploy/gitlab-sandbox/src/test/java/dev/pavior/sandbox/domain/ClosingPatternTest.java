package dev.pavior.sandbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.sandbox.domain.ClosingPattern.Reference;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClosingPatternTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("Closes #12", List.of(new Reference("", 12))),
                Arguments.of("fixes: #1", List.of(new Reference("", 1))),
                Arguments.of("This resolves issue #3.", List.of(new Reference("", 3))),
                Arguments.of(
                        "Implemented #1, #2 and #3",
                        List.of(new Reference("", 1), new Reference("", 2), new Reference("", 3))),
                Arguments.of("Closing acme/gateway#7", List.of(new Reference("acme/gateway", 7))),
                Arguments.of(
                        "Fix http://gitlab.example/acme/sub/gateway/-/issues/8",
                        List.of(new Reference("acme/sub/gateway", 8))),
                Arguments.of(
                        "Close https://gitlab.example/acme/gateway/-/work_items/9 soon",
                        List.of(new Reference("acme/gateway", 9))),
                Arguments.of("Closes #5 and closes #5", List.of(new Reference("", 5))),
                Arguments.of("Related to #5", List.of()),
                Arguments.of("discloses #5", List.of()),
                Arguments.of("CLOSES #5", List.of()),
                Arguments.of("Closes the door, see #5", List.of()),
                Arguments.of("", List.of()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void findsWhatIsClosed(String text, List<Reference> expected) {
        // Given a text

        // When
        var found = ClosingPattern.references(text);

        // Then
        assertThat(found).isEqualTo(expected);
    }
}
