package dev.pavior.intake.reading;

import dev.pavior.intake.gitlab.AwayException;
import dev.pavior.intake.gitlab.StoppedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs jobs again and again, each on a thread of its own, until they are stopped. */
final class Jobs {

    private static final Logger log = LoggerFactory.getLogger(Jobs.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final String source;
    private final Instant since = Instant.now();
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    Jobs(String source) {
        this.source = source;
    }

    Instant since() {
        return since;
    }

    Map<String, String> troubles() {
        return new TreeMap<>(troubles);
    }

    /** Starts a job that says after each turn how long to rest. */
    void start(String name, Supplier<Duration> job) {
        threads.add(
                Thread.ofVirtual()
                        .name("reading-" + source + "-" + name)
                        .start(() -> run(name, job)));
    }

    private void run(String name, Supplier<Duration> job) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Rest.of(turn(name, job));
            }
        } catch (StoppedException e) {
            log.debug("Stopped");
        }
    }

    private Duration turn(String name, Supplier<Duration> job) {
        try {
            var rest = job.get();
            troubles.remove(name);
            return rest;
        } catch (StoppedException e) {
            throw e;
        } catch (AwayException e) {
            tell(name, String.valueOf(e.getMessage()));
            return bounded(e.retryAfter());
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("source", source)
                    .addKeyValue("job", name)
                    .setCause(e)
                    .log("A job of reading failed and is begun again");
            troubles.put(name, e.getClass().getSimpleName());
            return AFTER_FAILURE;
        }
    }

    private void tell(String name, String reason) {
        if (!reason.equals(troubles.put(name, reason))) {
            log.atWarn()
                    .addKeyValue("source", source)
                    .addKeyValue("job", name)
                    .log("Reading waits: {}", reason);
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.compareTo(AFTER_FAILURE) < 0) {
            return AFTER_FAILURE;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /** Stops all jobs and waits until they have ended. */
    void stop() {
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            try {
                thread.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
