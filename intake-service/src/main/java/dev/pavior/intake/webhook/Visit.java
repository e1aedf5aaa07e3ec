package dev.pavior.intake.webhook;

import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One request from its arrival to its end, which is counted once whatever happens. */
final class Visit {

    private final Balance balance;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Sinks.One<Outcome> outcome = Sinks.one();
    private volatile String source = Balance.NOBODY;

    Visit(Balance balance) {
        this.balance = balance;
        balance.received();
    }

    void by(Sources.Proven proven) {
        source = proven.source().name();
        balance.proven(proven);
    }

    /** Ends the visit; only the first end counts. */
    void end(Outcome how) {
        if (open.compareAndSet(true, false)) {
            balance.ended(source, how);
            outcome.emitValue(how, Sinks.EmitFailureHandler.FAIL_FAST);
        }
    }

    Mono<Outcome> outcome() {
        return outcome.asMono();
    }
}
