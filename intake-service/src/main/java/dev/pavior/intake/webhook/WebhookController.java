package dev.pavior.intake.webhook;

import dev.pavior.intake.webhook.Outcome.Refusal;
import dev.pavior.intake.webhook.Outcome.Refused;
import dev.pavior.intake.webhook.Outcome.Unavailable;
import java.time.Clock;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The door for GitLab's hooks. */
@RestController
public final class WebhookController {

    private final WebhookSettings settings;
    private final Reception reception;
    private final Balance balance;
    private final Clock clock;
    private final InFlight inFlight;

    public WebhookController(
            WebhookSettings settings, Reception reception, Balance balance, Clock clock) {
        this.settings = settings;
        this.reception = reception;
        this.balance = balance;
        this.clock = clock;
        this.inFlight = new InFlight(settings.inFlightLimit().toBytes());
    }

    @PostMapping("/webhooks/gitlab")
    Mono<ResponseEntity<Void>> receive(ServerHttpRequest request) {
        var visit = new Visit(balance);
        long size = announcedSize(request.getHeaders());
        if (size > settings.bodyLimit().toBytes()) {
            visit.end(new Refused(Refusal.TOO_LARGE));
        } else if (!inFlight.admit(size)) {
            visit.end(new Unavailable("busy"));
        } else {
            return taken(request, visit).doFinally(end -> inFlight.release(size)).map(this::answer);
        }
        return visit.outcome().map(this::answer);
    }

    /** A body that does not announce its size may turn out to be as large as is allowed. */
    private long announcedSize(HttpHeaders headers) {
        long length = headers.getContentLength();
        return length >= 0 ? length : settings.bodyLimit().toBytes();
    }

    private Mono<Outcome> taken(ServerHttpRequest request, Visit visit) {
        return body(request)
                .doOnNext(bytes -> offer(request.getHeaders(), bytes, visit))
                .then()
                .onErrorResume(
                        failure -> {
                            visit.end(new Refused(refusal(failure)));
                            return Mono.empty();
                        })
                .doOnCancel(() -> visit.end(new Refused(Refusal.ABORTED)))
                .then(outcome(visit));
    }

    private Mono<byte[]> body(ServerHttpRequest request) {
        int limit = Math.toIntExact(settings.bodyLimit().toBytes());
        return DataBufferUtils.join(request.getBody(), limit)
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
        if (outcome instanceof Refused(Refusal refusal) && refusal != Refusal.UNAUTHENTICATED) {
            // The rest of the body is not wanted, so nothing else can follow on this connection.
            answer.header(HttpHeaders.CONNECTION, "close");
        }
        return answer.build();
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private static Refusal refusal(Throwable failure) {
        return switch (failure) {
            case DataBufferLimitException e -> Refusal.TOO_LARGE;
            case TimeoutException e -> Refusal.TOO_SLOW;
            default -> Refusal.ABORTED;
        };
    }
}
