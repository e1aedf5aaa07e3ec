package dev.pavior.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pavior.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    private final Home home = new Home(Path.of("/somewhere"));

    @Test
    void refusesAFullDisk() {
        // When
        // Then
        assertThatThrownBy(() -> home.requireSpace(300L << 20, 1L << 30))
                .isInstanceOf(StartFailure.class)
                .hasMessage("the disk of /somewhere is full: 300 MB are free, 1024 MB are needed");
    }

    @Test
    void takesADiskWithJustEnoughSpace() {
        // When
        // Then
        assertThatCode(() -> home.requireSpace(1L << 30, 1L << 30)).doesNotThrowAnyException();
    }

    @Test
    void forgetsWhatWasReadAndNothingElse(@TempDir Path folder) throws IOException {
        // Given
        Files.createDirectories(folder.resolve("data/kafka"));
        Files.createDirectories(folder.resolve("state"));
        Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(folder.resolve("secrets/tokens.properties"), "api=x");
        Files.writeString(folder.resolve("data/kafka/log"), "x");
        // When
        Home.at(folder).forget();
        // Then
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(folder.resolve("state")).doesNotExist();
        assertThat(folder.resolve("secrets/tokens.properties")).exists();
    }

    @Test
    void forgetsNothingInAFolderThatIsNoHome(@TempDir Path folder) throws IOException {
        // Given
        Files.createDirectories(folder.resolve("data"));
        // When
        Home.at(folder).forget();
        // Then
        assertThat(folder.resolve("data")).exists();
    }
}
