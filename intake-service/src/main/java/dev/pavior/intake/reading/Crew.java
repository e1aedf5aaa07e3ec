package dev.pavior.intake.reading;

import dev.pavior.intake.gitlab.StoppedException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Does the same for many at once, but never for more than so many. */
record Crew(int atOnce) {

    /** All results in order; the first failure ends the rest. */
    <T, R> List<R> each(List<T> things, Function<T, R> work) {
        var room = new Semaphore(atOnce);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return results(
                    threads,
                    things.stream()
                            .map(thing -> threads.submit(() -> inside(room, thing, work)))
                            .toList());
        }
    }

    private static <T, R> R inside(Semaphore room, T thing, Function<T, R> work)
            throws InterruptedException {
        room.acquire();
        try {
            return work.apply(thing);
        } finally {
            room.release();
        }
    }

    private static <R> List<R> results(ExecutorService threads, List<Future<R>> futures) {
        try {
            var results = new java.util.ArrayList<R>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            threads.shutdownNow();
            throw new StoppedException();
        } catch (ExecutionException e) {
            threads.shutdownNow();
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        }
    }
}
