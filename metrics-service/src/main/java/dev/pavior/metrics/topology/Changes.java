package dev.pavior.metrics.topology;

import dev.pavior.contract.v1.Scorecard;
import dev.pavior.metrics.domain.Score;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Tells those who listen of every number as it changes. */
public final class Changes {

    // More than a reader can be behind and still be worth telling: then it is cut off, and asks
    // anew.
    private static final int BACKLOG = 4096;

    private final Sinks.Many<Score> sink = Sinks.many().multicast().directBestEffort();

    /** Passes a change on. */
    public void publish(Scorecard card) {
        sink.tryEmitNext(ScorecardTable.toScore(card));
    }

    /** The changes from now on. */
    public Flux<Score> stream() {
        return sink.asFlux().onBackpressureBuffer(BACKLOG);
    }
}
