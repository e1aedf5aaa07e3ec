package dev.pavior.intake.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamHandlesTest {

    private static final String TEAM = "name: T\ntime_zone: Etc/UTC\nprojects: [1]\n";

    @TempDir private Path folder;

    @Test
    void readsTheTeamsOwnFile() {
        // Given
        var file = Path.of(System.getProperty("pavior.root"), "deploy/charter/team.yaml");

        // When
        var handles = TeamHandles.read(file);

        // Then
        assertThat(handles.names()).isNotEmpty().noneMatch(name -> name.startsWith("@"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mentions: ['@team']",
                "mentions: ['']",
                "mentions: team",
                "mentions: ~"
            })
    void refusesABadFileByName(String mentions) throws IOException {
        // Given
        var file = Files.writeString(folder.resolve("team.yaml"), TEAM + mentions);

        // Then
        assertThatThrownBy(() -> TeamHandles.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file.toString());
    }
}
