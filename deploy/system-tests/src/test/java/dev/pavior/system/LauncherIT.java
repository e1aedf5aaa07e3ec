package dev.pavior.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher's promises about processes, kept with all of its parts and signals that are real.
 */
class LauncherIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir private Path home;
    private LauncherRun launcher;

    @BeforeEach
    void chooseAPlace() {
        launcher = LauncherRun.in(home);
    }

    @AfterEach
    void leaveNothingBehind() throws Exception {
        launcher.run("down");
        assertThat(launcher.processesOfItsHome()).isEmpty();
        assertThat(launcher.recorded()).isEmpty();
    }

    @Test
    void saysInOneLineThatAPortIsTakenAndStartsNothing() throws Exception {
        // Given
        int port = launcher.port(8083);
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            // When
            var outcome = launcher.run("up", launcher.offset());
            // Then
            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.err())
                    .hasLineCount(1)
                    .contains("port " + port + ", for metrics, is taken by another program");
            assertThat(launcher.recorded()).isEmpty();
            assertThat(launcher.processesOfItsHome()).isEmpty();
        }
    }

    @Test
    void takesItsPartsAlongWhenItIsKilledWhileStarting() throws Exception {
        // Given
        var up = launcher.begin("up", launcher.offset());
        await().atMost(Duration.ofMinutes(2)).until(() -> launcher.recorded().size() >= 3);
        // When
        up.destroyForcibly();
        // Then
        var parts = launcher.recorded();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parts.values()).noneMatch(LauncherRun::alive));
        assertThat(launcher.processesOfItsHome()).isEmpty();
    }

    @Test
    void stopsItsPartsInSilenceWhenItIsInterruptedWhileStarting() throws Exception {
        // Given
        var up = launcher.begin("up", launcher.offset());
        await().atMost(Duration.ofMinutes(2)).until(() -> !launcher.recorded().isEmpty());
        // When
        up.destroy();
        // Then
        assertThat(up.waitFor()).isEqualTo(143);
        assertThat(launcher.err()).isEmpty();
        assertThat(launcher.processesOfItsHome()).isEmpty();
        assertThat(launcher.recorded()).isEmpty();
    }

    @Test
    void tellsWhichPartDiedAndTakesTheOthersAlongWhenItIsKilled() throws Exception {
        // Given
        var up = launcher.begin("up", launcher.offset());
        await().atMost(Duration.ofMinutes(3)).until(() -> launcher.out().contains("Ctrl-C stops"));
        var parts = launcher.recorded();
        assertThat(launcher.run("status").status()).isZero();

        // When
        LauncherRun.kill(parts.get("metrics"));
        var status = launcher.run("status");
        up.destroyForcibly();

        // Then
        assertThat(status.status()).isNotZero();
        assertThat(status.out())
                .containsPattern("(?m)^metrics .* dead ")
                .containsPattern("(?m)^intake .* healthy ");
        assertThat(parts).hasSize(6);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(parts.values()).noneMatch(LauncherRun::alive));
    }

    @Test
    void failsToTellTheStatusOfNothing() throws Exception {
        // When
        var status = launcher.run("status");
        // Then
        assertThat(status.status()).isNotZero();
        assertThat(status.out().strip()).isEqualTo("Nothing is running.");
    }
}
