package dev.pavior.intake.webhook;

import dev.pavior.chassis.kafka.EventHeaders;
import dev.pavior.intake.webhook.Outcome.Refused;
import dev.pavior.intake.webhook.Outcome.Unavailable;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One request from its arrival to its end, which is counted once whatever happens.
 *
 * <p>A good end is told only when the count that has it is kept: else a process that dies could
 * take the proof of a delivery with it.
 */
final class Visit {

    /** What the broker has but the balance could not keep is sent again by whoever sent it. */
    private static final Outcome UNCOUNTED = new Unavailable("uncounted");

    private final Balance balance;
    private final long number;
    private final Sinks.One<Outcome> outcome = Sinks.one();
    private volatile String source = Balance.NOBODY;
    private @Nullable Outcome counted;
    private boolean told;

    Visit(Balance balance) {
        this.balance = balance;
        this.number = balance.received();
    }

    void by(Sources.Proven proven) {
        source = proven.source().name();
        balance.proven(proven);
    }

    /** Says on a record which visit brought it, so that visits can be counted in the topics. */
    ProducerRecord<String, byte[]> signed(ProducerRecord<String, byte[]> record) {
        EventHeaders.set(record.headers(), "intake-visit", balance.name(number));
        EventHeaders.set(record.headers(), "intake-source", source);
        return record;
    }

    /** Ends the visit; only the first end counts, unless it cannot be kept. */
    void end(Outcome how) {
        if (how.status() != 200) {
            tell(how);
        } else if (count(how)) {
            balance.keep(kept -> tell(kept ? how : UNCOUNTED));
        }
    }

    private synchronized boolean count(Outcome how) {
        if (told || counted != null) {
            return false;
        }
        counted = how;
        balance.ended(source, how);
        return true;
    }

    private void tell(Outcome how) {
        if (settle(how)) {
            balance.told(source, how);
            outcome.emitValue(how, Sinks.EmitFailureHandler.FAIL_FAST);
        }
    }

    /** A sender that leaves before the answer does not undo what was counted. */
    private synchronized boolean settle(Outcome how) {
        if (told || (counted != null && how instanceof Refused)) {
            return false;
        }
        told = true;
        if (counted == null) {
            balance.ended(source, how);
        } else if (!counted.equals(how)) {
            balance.changed(source, counted, how);
        }
        return true;
    }

    Mono<Outcome> outcome() {
        return outcome.asMono();
    }
}
