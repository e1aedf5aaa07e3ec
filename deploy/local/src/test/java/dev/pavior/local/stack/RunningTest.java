package dev.pavior.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningTest {

    private static final ProcessHandle ME = ProcessHandle.current();

    @TempDir private Path folder;

    @Test
    void takesNoOtherProcessForTheOneItStarted() {
        // Given
        var since = ME.info().startInstant().orElseThrow();
        var reused =
                new Running.Started(
                        "intake", Part.Floor.SERVICE, ME.pid(), since.minusSeconds(1), "other");
        // When
        var handle = reused.handle();
        // Then
        assertThat(handle).isEmpty();
    }

    @Test
    void findsTheProcessItStarted() {
        // Given
        var since = ME.info().startInstant().orElseThrow();
        var started = new Running.Started("intake", Part.Floor.SERVICE, ME.pid(), since, "hidden");
        // When
        var handle = started.handle();
        // Then
        assertThat(handle).contains(ME);
    }

    @Test
    void findsTheProcessItStartedAfterTheClockWasSet() {
        // Given
        var since = ME.info().startInstant().orElseThrow();
        var mark = List.of(ME.info().arguments().orElseThrow()).getFirst();
        var started =
                new Running.Started(
                        "intake", Part.Floor.SERVICE, ME.pid(), since.plusSeconds(3600), mark);
        // When
        var handle = started.handle();
        // Then
        assertThat(handle).contains(ME);
    }

    @Test
    void isReadBackAsItWasKept() {
        // Given
        var home = Home.at(folder);
        var since = ME.info().startInstant().orElseThrow();
        var running =
                new Running(
                        true,
                        PortPlan.of(7, name -> null).byName(),
                        List.of(
                                new Running.Started(
                                        "broker", Part.Floor.BROKER, 42, since, "-Dmark=1")));
        running.keep(home);
        // When
        var read = Running.in(home);
        // Then
        assertThat(read).contains(running);
    }
}
