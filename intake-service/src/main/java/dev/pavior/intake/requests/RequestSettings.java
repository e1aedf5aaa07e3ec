package dev.pavior.intake.requests;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a request for work may cost.
 *
 * @param bodyLimit largest body that is read
 * @param bodyTimeout how long a body may take to arrive
 * @param answerWithin how long until a request is answered, whatever happens behind
 * @param retryAfter what the sender is told when we are unavailable
 * @param kept how long requests can be followed
 * @param keptAtMost how many requests are kept in memory; the oldest go first
 */
public record RequestSettings(
        @DefaultValue("128KB") DataSize bodyLimit,
        @DefaultValue("10s") Duration bodyTimeout,
        @DefaultValue("4500ms") Duration answerWithin,
        @DefaultValue("5s") Duration retryAfter,
        @DefaultValue("90d") Duration kept,
        @DefaultValue("20000") int keptAtMost) {

    public RequestSettings {
        if (keptAtMost < 1) {
            throw new IllegalArgumentException("at least one request must be kept");
        }
    }
}
