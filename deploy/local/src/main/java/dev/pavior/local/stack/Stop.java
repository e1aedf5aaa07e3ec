package dev.pavior.local.stack;

import dev.pavior.local.stack.Running.Started;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Stops processes floor by floor from the top, gracefully and then by force. */
public final class Stop {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Consumer<String> out;

    /**
     * A way to stop that tells what it does.
     *
     * @param out told one line for each process
     */
    public Stop(Consumer<String> out) {
        this.out = out;
    }

    /** Stops what was started in a home and still lives, and nothing else. */
    public void stop(Running running, Home home) {
        running.processes().stream()
                .collect(Collectors.groupingBy(Started::floor))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .forEach(floor -> stopFloor(floor.getValue()));
        Running.forget(home);
    }

    private void stopFloor(List<Started> processes) {
        CompletableFuture.allOf(
                        processes.stream()
                                .map(started -> CompletableFuture.runAsync(() -> stop(started)))
                                .toArray(CompletableFuture[]::new))
                .join();
    }

    private void stop(Started started) {
        var handle = started.handle();
        if (handle.isEmpty()) {
            out.accept("%-9s was not running any more".formatted(started.name()));
            return;
        }
        handle.get().destroy();
        if (ended(handle.get(), GRACE)) {
            out.accept("%-9s stopped".formatted(started.name()));
        } else {
            handle.get().destroyForcibly();
            ended(handle.get(), GRACE);
            out.accept(
                    "%-9s killed, it did not stop within %d s"
                            .formatted(started.name(), GRACE.toSeconds()));
        }
    }

    private static boolean ended(ProcessHandle handle, Duration patience) {
        handle.onExit()
                .completeOnTimeout(handle, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return !handle.isAlive();
    }
}
