package dev.pavior.local.connect.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenFileTest {

    @TempDir private Path folder;

    @Test
    void holdsTheTokenWithoutTheEndOfItsLineAndShowsItToNobody() throws IOException {
        // When
        var token = TokenFile.read(file("glpat-abc\n", "rw-------"));
        // Then
        assertThat(token.token()).isEqualTo("glpat-abc");
        assertThat(token.open()).isFalse();
        assertThat(token).asString().doesNotContain("glpat-abc");
    }

    @ParameterizedTest
    @CsvSource({"rw-r-----, true", "rw----r--, true", "rw--w--w-, false"})
    void noticesWhetherOthersMayReadIt(String mode, boolean open) throws IOException {
        // When
        var token = TokenFile.read(file("glpat-abc", mode));
        // Then
        assertThat(token.open()).isEqualTo(open);
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> TokenFile.read(folder.resolve("none")))
                .isInstanceOf(ConnectRefusal.class)
                .hasMessageContaining("there is no file " + folder.resolve("none"));
    }

    @Test
    void takesNoFolder() {
        assertThatThrownBy(() -> TokenFile.read(folder))
                .hasMessage(folder + " is no file with a token in it");
    }

    @ParameterizedTest
    @CsvSource({
        "'', is empty",
        "' \n', is empty",
        "'TOKEN=glpat-abc and more', should hold the token alone",
        "'glpat-abc\nglpat-def', should hold the token alone"
    })
    void takesNothingButOneToken(String text, String words) throws IOException {
        // Given
        var file = file(text, "rw-------");
        // When, Then
        assertThatThrownBy(() -> TokenFile.read(file))
                .isInstanceOf(ConnectRefusal.class)
                .hasMessageContaining(words)
                .message()
                .doesNotContain("glpat");
    }

    private Path file(String text, String mode) throws IOException {
        var file = Files.writeString(folder.resolve("token"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
