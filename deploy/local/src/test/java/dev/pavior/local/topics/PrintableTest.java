package dev.pavior.local.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8, '\r', 0x1b, 0x7f, 0x9b, 0x202e, 0x2066, 0x200f, 0x2028, 0xfeff})
    void takesTheForceOfWhatATerminalObeys(int character) {
        // Given
        var text = "a" + Character.toString(character) + "b";
        // When
        var shown = Printable.text(text.getBytes(UTF_8));
        // Then
        assertThat(shown).isEqualTo("a\\u{%x}b".formatted(character));
    }

    @Test
    void keepsLinesOnlyWhereThereMayBeMany() {
        // Given
        var text = "große\n\tÜberschrift 🦊";
        // When
        var inOne = Printable.line(text);
        // Then
        assertThat(inOne).isEqualTo("große\\u{a}\\u{9}Überschrift 🦊");
        assertThat(Printable.text(text.getBytes(UTF_8))).isEqualTo(text);
    }
}
