package dev.pavior.taxonomy.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrictYamlTest {

    @TempDir private Path folder;

    @Test
    void placesAMistakeThatOnlyTheReaderSees() throws IOException {
        // Given
        var file = Files.writeString(folder.resolve("a.yaml"), "owners:\n  x::y:\n    team: T\n");

        // When
        var mistake = StrictYaml.mistake(file, "is not known", "owners", "x::y");

        // Then
        assertThat(mistake).hasMessage(file + ":2:3: owners.x::y: is not known");
    }
}
