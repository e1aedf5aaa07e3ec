package dev.pavior.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pavior.local.process.Child;
import dev.pavior.local.process.Dist;
import dev.pavior.local.process.Program;
import dev.pavior.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting and stopping with real processes of a small program. */
class LaunchIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir private Path folder;
    private Home home;
    private Launch launch;

    @BeforeEach
    void prepare() {
        home = Home.at(folder);
        home.prepare();
        var ports = PortPlan.of(0, name -> null);
        launch = new Launch(new Stack(Dist.root(), home, ports, false), new Silence());
    }

    @AfterEach
    void killWhatIsLeft() {
        launch.children().forEach(Child::kill);
    }

    @Test
    void isTheEndOfAllWhenItIsStoppedWhileStarting() {
        // Given
        var starting = CompletableFuture.runAsync(() -> launch.startTogether(List.of(part(false))));
        await().atMost(SOON).until(() -> !launch.running().processes().isEmpty());
        // When
        launch.stop(new Stop(line -> {}));
        // Then
        assertThatThrownBy(starting::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StartFailure.class);
        assertThat(launch.children()).hasSize(1).noneMatch(Child::alive);
        assertThat(Running.in(home)).isEmpty();
    }

    @Test
    void startsNothingAfterItWasStopped() {
        // Given
        launch.stop(new Stop(line -> {}));
        // When
        assertThatThrownBy(() -> launch.startTogether(List.of(part(true))))
                .isInstanceOf(StartFailure.class);
        // Then
        assertThat(launch.children()).isEmpty();
        assertThat(Running.in(home)).isEmpty();
    }

    @Test
    void leavesAloneWhatItLetGo() {
        // Given
        launch.startTogether(List.of(part(true)));
        launch.letGo();
        // When
        var stopped = launch.stop(new Stop(line -> {}));
        // Then
        assertThat(stopped).isFalse();
        assertThat(launch.children()).hasSize(1).allMatch(Child::alive);
        assertThat(Running.in(home)).isPresent();
    }

    @Test
    void isStillStoppedWhenTheClockWasSetMeanwhile() {
        // Given
        launch.startTogether(List.of(part(true)));
        var started = launch.running().processes().getFirst();
        var elsewhen = new Running(false, Map.of(), List.of(since(started, Instant.EPOCH)));
        // When
        new Stop(line -> {}).stop(elsewhen, home);
        // Then
        assertThat(launch.children()).hasSize(1).noneMatch(Child::alive);
    }

    @Test
    void stopsItsOwnAndNoStrangerThatWasGivenTheIdOfADeadPart() throws IOException {
        // Given
        var stranger = new ProcessBuilder("sleep", "600").start();
        launch.startTogether(List.of(part(true)));
        var own = launch.running().processes().getFirst();
        var dead =
                new Running.Started(
                        "dead", own.floor(), stranger.pid(), Instant.EPOCH, "-Dpavior.run=dead");
        // When
        new Stop(line -> {}).stop(launch.running().with(dead), home);
        // Then
        assertThat(stranger.isAlive()).isTrue();
        assertThat(launch.children()).hasSize(1).noneMatch(Child::alive);
        stranger.destroyForcibly();
    }

    private static Running.Started since(Running.Started started, Instant since) {
        return new Running.Started(
                started.name(), started.floor(), started.pid(), since, started.mark());
    }

    private Part part(boolean healthy) {
        return new Part(
                "sleeper",
                Part.Floor.SERVICE,
                "nowhere",
                () -> healthy,
                () -> {},
                () -> Child.start(sleeper(), Dist.here().lifeline(), home.log("sleeper")));
    }

    private static Program sleeper() {
        return new Program(
                "sleeper",
                List.of("-XX:+UseSerialGC"),
                List.of("-cp", System.getProperty("java.class.path")),
                List.of("dev.pavior.local.process.Sleeper"),
                Map.of());
    }

    private static final class Silence implements Progress {

        @Override
        public void starting(String part) {}

        @Override
        public void healthy(String part, Duration after) {}

        @Override
        public void note(String words) {}

        @Override
        public void tick() {}
    }
}
