package dev.pavior.intake.doctor;

import dev.pavior.intake.gitlab.GitLabHooks;
import dev.pavior.intake.gitlab.StoppedException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the hooks, on one instance at a time: the one whose turn it was made. */
public final class Doctor implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Doctor.class);
    private static final Duration END_TAKES = Duration.ofSeconds(30);

    private final List<Practice> practices;
    private final Duration interval;
    private final HookBoard board;
    private final HookGauges gauges;
    private @Nullable Thread thread;

    Doctor(List<Practice> practices, Duration interval, HookBoard board, HookGauges gauges) {
        this.practices = List.copyOf(practices);
        this.interval = interval;
        this.board = board;
        this.gauges = gauges;
    }

    /** One source that is looked after: its hooks, the tokens that it is asked with, the client. */
    record Practice(Rounds rounds, TokenWatch tokens, GitLabHooks hooks) {}

    /** Begins: this instance does the jobs from now on. */
    public synchronized void begin() {
        if (thread == null && !practices.isEmpty()) {
            thread = Thread.ofVirtual().name("hook-doctor").start(this::work);
        }
    }

    /** Ends, and comes back when nothing is under way any more. */
    public synchronized void end() {
        var working = thread;
        thread = null;
        if (working != null) {
            working.interrupt();
            await(working);
        }
    }

    private void work() {
        try {
            resume();
            while (!Thread.currentThread().isInterrupted()) {
                practices.forEach(this::walk);
                gauges.show(charts());
                Thread.sleep(interval);
            }
        } catch (InterruptedException | StoppedException e) {
            log.debug("The hooks are no longer looked after here");
        } finally {
            gauges.none();
        }
    }

    private void resume() throws InterruptedException {
        while (!isCurrent()) {
            Thread.sleep(Duration.ofSeconds(1));
        }
        practices.forEach(practice -> practice.rounds().charts().resume(board.hooks()));
    }

    private boolean isCurrent() throws InterruptedException {
        try {
            board.awaitCurrent();
            return true;
        } catch (KafkaException e) {
            return false;
        }
    }

    /** A failure of one source, or of ours, ends nobody's care. */
    private void walk(Practice practice) {
        try {
            practice.rounds().walk();
            practice.tokens().look();
        } catch (StoppedException e) {
            throw e;
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("source", practice.rounds().source())
                    .setCause(e)
                    .log("The hooks of a source could not be looked after");
        }
    }

    private Map<String, Map<String, Chart>> charts() {
        var charts = new LinkedHashMap<String, Map<String, Chart>>();
        for (var practice : practices) {
            charts.put(practice.rounds().source(), practice.rounds().charts().all());
        }
        return charts;
    }

    private static void await(Thread working) {
        try {
            working.join(END_TAKES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end();
        practices.forEach(practice -> practice.hooks().close());
    }
}
