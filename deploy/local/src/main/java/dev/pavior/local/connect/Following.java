package dev.pavior.local.connect;

import dev.pavior.local.connect.check.ConnectRefusal;
import dev.pavior.local.topics.Reach;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits until everything was read once, and every service has taken it in. */
final class Following {

    private static final Duration STUCK = Duration.ofMinutes(15);
    private static final Duration AWAY = Duration.ofMinutes(1);
    private static final Duration SETTLING = Duration.ofMinutes(10);

    private final Services services;
    private final Reach reach;
    private final Path log;
    private final Told told;
    private final Clock clock;

    /**
     * A follower.
     *
     * @param log where the intake says more
     */
    Following(Services services, Reach reach, Path log, Told told, Clock clock) {
        this.services = services;
        this.reach = reach;
        this.log = log;
        this.told = told;
        this.clock = clock;
    }

    /**
     * Waits for the end of a round of reading.
     *
     * @param since when the intake began
     * @param expected how many items a first round will read
     * @return how it ended
     */
    ReadingState untilRead(Instant since, long expected) {
        var rounds = new Rounds(reach);
        var before = rounds.last();
        var pace = new Pace(before.isPresent() ? 0 : expected, clock.instant());
        var watch = new Watch();
        while (true) {
            // Asked before the state, which is then at least as new.
            var read = rounds.last().filter(end -> !end.isBefore(since)).isPresent();
            var state = services.get("intake", "/v1/reading").map(at -> ReadingState.of(at, since));
            state.ifPresent(now -> told.progress(pace.line(now, clock.instant())));
            if (read && state.isPresent()) {
                return state.get();
            }
            watch.look(state.orElse(null));
            pause();
        }
    }

    /** Waits until nothing is left to take in, twice in a row, for one service's is another's. */
    void untilTakenIn() {
        var backlog = new Backlog(reach);
        var deadline = clock.instant().plus(SETTLING);
        int empty = 0;
        while (empty < 2) {
            empty = backlog.isEmpty() ? empty + 1 : 0;
            if (clock.instant().isAfter(deadline)) {
                told.line("The services have not taken in everything yet: the numbers may grow.");
                return;
            }
            pause();
        }
    }

    /** Notices that nothing goes on any more. */
    private final class Watch {

        private Instant answered = clock.instant();
        private Instant moved = clock.instant();
        private long done = -1;

        void look(@Nullable ReadingState state) {
            var now = clock.instant();
            if (state != null) {
                answered = now;
                if (state.done() != done) {
                    done = state.done();
                    moved = now;
                }
            }
            if (answered.plus(AWAY).isBefore(now)) {
                throw new ConnectRefusal("the intake answers no more: see " + log);
            }
            if (moved.plus(STUCK).isBefore(now)) {
                throw new ConnectRefusal("reading gets no further: " + why(state));
            }
        }

        private String why(@Nullable ReadingState state) {
            return state == null || state.troubles().isEmpty()
                    ? "see " + log
                    : String.join("; ", state.troubles());
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectRefusal("interrupted while reading", e);
        }
    }
}
