package dev.pavior.intake.requests;

import dev.pavior.chassis.access.Access;
import dev.pavior.chassis.access.Role;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The door for requests for work. */
@RestController
@RequestMapping("/v1/requests")
public final class RequestController {

    private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");

    private final RequestSettings settings;
    private final Desk desk;
    private final Ledger ledger;
    private final Templates templates;
    private final Clock clock;

    public RequestController(
            RequestSettings settings, Desk desk, Ledger ledger, Templates templates, Clock clock) {
        this.settings = settings;
        this.desk = desk;
        this.ledger = ledger;
        this.templates = templates;
        this.clock = clock;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<RequestView>> submit(
            ServerHttpRequest request,
            Authentication requester,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            return Mono.error(Problems.badKey());
        }
        if (request.getHeaders().getContentLength() > settings.bodyLimit().toBytes()) {
            return Mono.error(tooLarge());
        }
        return body(request)
                .flatMap(bytes -> desk.submit(bytes, access(requester), Optional.ofNullable(key)))
                .map(this::answer);
    }

    private static Access access(Authentication authentication) {
        return (Access) Objects.requireNonNull(authentication.getPrincipal());
    }

    private Mono<byte[]> body(ServerHttpRequest request) {
        int limit = Math.toIntExact(settings.bodyLimit().toBytes());
        return DataBufferUtils.join(request.getBody(), limit)
                .map(RequestController::bytes)
                .defaultIfEmpty(new byte[0])
                .timeout(settings.bodyTimeout())
                .onErrorMap(DataBufferLimitException.class, e -> tooLarge())
                .onErrorMap(TimeoutException.class, e -> Problems.tooSlow());
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private Exception tooLarge() {
        return Problems.tooLarge(settings.bodyLimit().toBytes());
    }

    private ResponseEntity<RequestView> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted(Entry entry) ->
                    ResponseEntity.created(URI.create("/v1/requests/" + entry.id()))
                            .body(view(entry));
            case Outcome.Repeated(Entry entry) ->
                    ResponseEntity.ok()
                            .location(URI.create("/v1/requests/" + entry.id()))
                            .body(view(entry));
            case Outcome.Conflict(String id) -> throw Problems.conflict(id);
            case Outcome.NotJson(String detail) -> throw Problems.notJson(detail);
            case Outcome.Faulty(var faults, var emergency) ->
                    throw Problems.faulty(faults, emergency);
            case Outcome.Unavailable(var emergency) -> throw unavailable(emergency);
        };
    }

    private RequestView view(Entry entry) {
        return RequestView.of(entry, ledger, templates.emergency(entry.submittedAt()));
    }

    private RuntimeException unavailable(@Nullable String emergency) {
        return Problems.unavailable(Long.toString(settings.retryAfter().toSeconds()), emergency);
    }

    @GetMapping("/{id}")
    RequestView get(@PathVariable String id, Authentication reader) {
        var found = ledger.find(id).filter(entry -> isVisible(entry, access(reader)));
        if (found.isEmpty() && !ledger.isComplete()) {
            throw unavailable(null);
        }
        return found.map(this::view).orElseThrow(Problems::notFound);
    }

    private static boolean isVisible(Entry entry, Access reader) {
        return entry.published()
                && (!entry.confidential()
                        || entry.requesterId() == reader.userId()
                        || reader.role().compareTo(Role.CONFIDENTIAL) >= 0);
    }

    @GetMapping("/templates")
    TemplateList templates() {
        return TemplateList.of(templates, clock.instant());
    }

    @GetMapping(path = "/templates/{kind}", produces = "application/schema+json")
    byte[] template(@PathVariable String kind) {
        return Kind.of(kind)
                .map(known -> templates.of(known, clock.instant()).bytes())
                .orElseThrow(Problems::noSuchTemplate);
    }
}
