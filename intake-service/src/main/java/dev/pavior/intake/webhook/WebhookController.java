package dev.pavior.intake.webhook;

import dev.pavior.intake.webhook.Outcome.Refusal;
import dev.pavior.intake.webhook.Outcome.Refused;
import dev.pavior.intake.webhook.Outcome.Unavailable;
import io.netty.handler.codec.CodecException;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;

/** The door for GitLab's hooks. */
@RestController
public final class WebhookController {

    private static final Logger log = LoggerFactory.getLogger(WebhookController.class);
    private static final Outcome BUSY = new Unavailable("busy");

    private final WebhookSettings settings;
    private final Sources sources;
    private final Reception reception;
    private final Balance balance;
    private final Clock clock;
    private final InFlight inFlight;

    public WebhookController(
            WebhookSettings settings,
            Sources sources,
            Reception reception,
            Balance balance,
            Clock clock) {
        this.settings = settings;
        this.sources = sources;
        this.reception = reception;
        this.balance = balance;
        this.clock = clock;
        this.inFlight =
                new InFlight(
                        settings.inFlightLimit().toBytes(),
                        settings.largeLimit(),
                        settings.smallBody().toBytes());
    }

    /** The bytes of bodies in memory now. */
    long held() {
        return inFlight.held();
    }

    @PostMapping("/webhooks/gitlab")
    Mono<ResponseEntity<Void>> receive(ServerHttpRequest request) {
        var visit = new Visit(balance);
        var headers = request.getHeaders();
        var now = clock.instant();
        if (!sources.mayBeAuthentic(Delivery.announced(headers, now), now)) {
            visit.end(new Refused(Refusal.UNAUTHENTICATED));
        } else if (headers.getContentLength() > settings.bodyLimit().toBytes()) {
            visit.end(new Refused(Refusal.TOO_LARGE));
        } else {
            return taken(request, visit).map(this::answer);
        }
        return visit.outcome().map(this::answer);
    }

    private Mono<Outcome> taken(ServerHttpRequest request, Visit visit) {
        var share = inFlight.share(request.getHeaders().getContentLength());
        return body(request, share)
                .doOnNext(bytes -> offer(request.getHeaders(), bytes, visit))
                .then()
                .onErrorResume(
                        failure -> {
                            visit.end(end(failure));
                            return Mono.empty();
                        })
                .doOnCancel(() -> visit.end(new Refused(Refusal.ABORTED)))
                .then(outcome(visit))
                .doFinally(end -> share.release());
    }

    private Mono<byte[]> body(ServerHttpRequest request, InFlight.Share share) {
        int limit = Math.toIntExact(settings.bodyLimit().toBytes());
        return DataBufferUtils.join(request.getBody().map(buffer -> counted(buffer, share)), limit)
                .map(WebhookController::bytes)
                .defaultIfEmpty(new byte[0])
                .timeout(settings.bodyTimeout());
    }

    private void offer(HttpHeaders headers, byte[] body, Visit visit) {
        reception.offer(new Delivery(headers, body, clock.instant()), visit);
    }

    private Mono<Outcome> outcome(Visit visit) {
        return visit.outcome()
                .timeout(
                        settings.answerWithin(),
                        Mono.defer(
                                () -> {
                                    visit.end(new Unavailable("slow"));
                                    return visit.outcome();
                                }));
    }

    private ResponseEntity<Void> answer(Outcome outcome) {
        var answer = ResponseEntity.status(outcome.status());
        if (outcome instanceof Unavailable) {
            answer.header(
                    HttpHeaders.RETRY_AFTER, Long.toString(settings.retryAfter().toSeconds()));
        }
        if (outcome instanceof Refused || outcome.equals(BUSY)) {
            // The rest of the body is not wanted, so nothing else can follow on this connection.
            answer.header(HttpHeaders.CONNECTION, "close");
        }
        return answer.build();
    }

    private static DataBuffer counted(DataBuffer buffer, InFlight.Share share) {
        if (!share.take(buffer.readableByteCount())) {
            DataBufferUtils.release(buffer);
            throw new FullException();
        }
        return buffer;
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static Outcome end(Throwable failure) {
        return switch (failure) {
            case FullException e -> BUSY;
            case DataBufferLimitException e -> new Refused(Refusal.TOO_LARGE);
            case TimeoutException e -> new Refused(Refusal.TOO_SLOW);
            case IOException e -> new Refused(Refusal.ABORTED);
            case AbortedException e -> new Refused(Refusal.ABORTED);
            case CodecException e -> new Refused(Refusal.ABORTED);
            default -> unexpected(failure);
        };
    }

    /** Ours to mend, and nothing that the sender did: it must not count against its hook. */
    private static Outcome unexpected(Throwable failure) {
        log.atError()
                .addKeyValue("failure", failure.getClass().getName())
                .log("A delivery could not be read");
        return new Unavailable("failure");
    }
}
