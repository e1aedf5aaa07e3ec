package dev.pavior.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pavior.metrics.charter.TeamFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharterFilesTest {

    @TempDir private Path folder;

    @Test
    void readsTheTeamsOwnFiles() {
        // When
        var charter =
                new MetricsSettings(Path.of(System.getProperty("pavior.root"), "deploy/charter"))
                        .charter();

        // Then
        assertThat(charter.team().zone()).isEqualTo(ZoneId.of("Etc/UTC"));
        assertThat(charter.team().projects()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: T\ntime_zone: Mars/Olympus\nprojects: [1]\nmentions: []",
                "name: T\ntime_zone: Etc/UTC\nprojects: [one]\nmentions: []",
                "name: T\ntime_zone: Etc/UTC\nmentions: []",
                "name: T\ntime_zone: Etc/UTC\nprojects: [1]\nmentions: []\npeople: []",
                "",
            })
    void refusesABadTeamFileByName(String content) throws IOException {
        // Given
        var file = Files.writeString(folder.resolve("team.yaml"), content);

        // Then
        assertThatThrownBy(() -> TeamFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file.toString());
    }

    @Test
    void refusesAMissingFolder() {
        // Then
        assertThatThrownBy(() -> new MetricsSettings(folder.resolve("nowhere")))
                .hasMessageContaining("there is no folder");
    }
}
