package dev.pavior.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that depend on their launcher, with a real launcher that is really killed. */
class ChildIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir private Path folder;

    @Test
    void endsWhenItsLauncherIsKilled() throws IOException {
        // Given
        var launcher = launcher("hold");
        var child = childOf(launcher);
        // When
        launcher.kill();
        // Then
        await().atMost(SOON).untilAsserted(() -> assertThat(child.isAlive()).isFalse());
    }

    @Test
    void livesOnWhenItWasLetGo() throws IOException {
        // Given
        var launcher = launcher("let-go");
        var child = childOf(launcher);
        // When
        launcher.kill();
        // Then
        await().during(Duration.ofSeconds(2))
                .atMost(SOON)
                .untilAsserted(() -> assertThat(child.isAlive()).isTrue());
        child.destroyForcibly();
    }

    @Test
    void ignoresTheCtrlCThatIsMeantForItsLauncher() throws IOException, InterruptedException {
        // Given
        var child = Child.start(Programs.sleeper(), Dist.here().lifeline(), log("sleeper"));
        await().atMost(SOON).until(() -> Files.readString(log("sleeper")).contains("asleep"));
        // When
        new ProcessBuilder("kill", "-INT", "" + child.pid()).start().waitFor();
        // Then
        await().during(Duration.ofSeconds(1))
                .atMost(SOON)
                .untilAsserted(() -> assertThat(child.alive()).isTrue());
        child.kill();
    }

    @Test
    void tellsTheLastWordsOfAProgramThatEnds() {
        // Given
        var program =
                new Program(
                        "nobody",
                        List.of(),
                        List.of("-cp", "nowhere", "NoSuch"),
                        List.of(),
                        Map.of());
        var child = Child.start(program, Dist.here().lifeline(), log("nobody"));
        child.endedWell(SOON);
        // When
        var words = child.died();
        // Then
        assertThat(words)
                .contains("nobody ended while starting (exit code 1)")
                .contains("Caused by: java.lang.ClassNotFoundException: NoSuch")
                .doesNotContain("\n");
    }

    @Test
    void hidesOurSettingsFromProgramsThatAreNotToldThem() throws IOException {
        // Given
        var print =
                new Program(
                        "env",
                        List.of(),
                        List.of("-cp", System.getProperty("java.class.path")),
                        List.of(PrintSettings.class.getName()),
                        Map.of("PAVIOR_TOLD", "yes"));
        // When
        var child = Child.start(print, Dist.here().lifeline(), log("env"));
        // Then
        assertThat(child.endedWell(SOON)).isTrue();
        assertThat(Files.readString(log("env")).strip()).isEqualTo("{PAVIOR_TOLD=yes}");
    }

    private Child launcher(String mode) {
        var program = Programs.launcher(log("child").toString(), mode);
        return Child.start(program, Dist.here().lifeline(), log("launcher"));
    }

    private ProcessHandle childOf(Child launcher) {
        await().atMost(SOON).until(() -> Files.readString(launcher.log()).contains("child "));
        try {
            var said = Files.readString(launcher.log()).strip();
            return ProcessHandle.of(Long.parseLong(said.substring("child ".length())))
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }
}
