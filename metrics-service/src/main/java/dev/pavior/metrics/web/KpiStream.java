package dev.pavior.metrics.web;

import dev.pavior.metrics.domain.Charter;
import dev.pavior.metrics.domain.Kpis;
import dev.pavior.metrics.domain.Score;
import dev.pavior.metrics.topology.Changes;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Numbers as they change, pushed. A change may be pushed twice and says the whole number, so a
 * reader that missed some asks for the series once and is right again.
 */
@RestController
final class KpiStream {

    // Below the idle time-outs of common proxies.
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Changes changes;
    private final Charter charter;
    private final Clock clock;

    KpiStream(Changes changes, Charter charter, Clock clock) {
        this.changes = changes;
        this.charter = charter;
        this.clock = clock;
    }

    @GetMapping(path = "/v1/kpis/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<KpiChange>> stream() {
        var heartbeats =
                Flux.interval(Duration.ZERO, HEARTBEAT)
                        .onBackpressureDrop()
                        .map(beat -> ServerSentEvent.<KpiChange>builder().comment("alive").build());
        return Flux.merge(
                heartbeats, changes.stream().concatMap(score -> Mono.justOrEmpty(event(score))));
    }

    private java.util.Optional<ServerSentEvent<KpiChange>> event(Score score) {
        return Kpis.byId(score.cell().kpi())
                .map(kpi -> new KpiChange(kpi.id(), PointView.of(kpi, score, now())))
                .map(change -> ServerSentEvent.builder(change).event("changed").build());
    }

    private YearMonth now() {
        return YearMonth.now(clock.withZone(charter.team().zone()));
    }
}
