package dev.pavior.local.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pavior.local.process.StartFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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
}
