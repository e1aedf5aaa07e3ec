package dev.pavior.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pavior.local.process.Dist;
import dev.pavior.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedAppIT {

    @TempDir private Path folder;

    @Test
    void quotesTheToolWhenItFails() throws IOException {
        // Given
        var broken = Files.writeString(folder.resolve("broken-app.jar"), "no jar");
        var app = new UnpackedApp(folder.resolve("app"), Dist.here().lifeline());
        // When
        // Then
        assertThatThrownBy(() -> app.of(broken))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith(broken + " cannot be unpacked: ")
                .hasMessageContaining("Error: Invalid or corrupt jarfile " + broken)
                .hasMessageNotContaining("\n");
        assertThat(folder.resolve("app/unpack.log")).isNotEmptyFile();
    }
}
