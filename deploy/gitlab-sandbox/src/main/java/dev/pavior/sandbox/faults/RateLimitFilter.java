package dev.pavior.sandbox.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Tells every caller how its token stands to the limit, and refuses those above it. */
public final class RateLimitFilter implements WebFilter, Ordered {

    private final RateLimit limit;
    private final Clock clock;

    public RateLimitFilter(RateLimit limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (limit.off() || !request.getURI().getRawPath().startsWith("/api/")) {
            return chain.filter(exchange);
        }
        var standing = limit.counted(token(request));
        addHeaders(exchange.getResponse().getHeaders(), standing);
        return standing.over()
                ? ApiFaults.plain(exchange, HttpStatus.TOO_MANY_REQUESTS, "Retry later\n")
                : chain.filter(exchange);
    }

    private void addHeaders(HttpHeaders headers, RateLimit.Standing standing) {
        headers.set("RateLimit-Limit", String.valueOf(standing.limit()));
        headers.set("RateLimit-Name", "throttle_authenticated_api");
        headers.set("RateLimit-Observed", String.valueOf(standing.observed()));
        headers.set("RateLimit-Remaining", String.valueOf(standing.remaining()));
        headers.set("RateLimit-Reset", String.valueOf(standing.reset().getEpochSecond()));
        if (standing.over()) {
            var reset = standing.reset().atOffset(ZoneOffset.UTC);
            headers.set("RateLimit-ResetTime", DateTimeFormatter.RFC_1123_DATE_TIME.format(reset));
            long seconds = Duration.between(clock.instant(), standing.reset()).toSeconds() + 1;
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        }
    }

    private static String token(ServerHttpRequest request) {
        var headers = request.getHeaders();
        return Optional.ofNullable(headers.getFirst("PRIVATE-TOKEN"))
                .or(() -> Optional.ofNullable(headers.getFirst(HttpHeaders.AUTHORIZATION)))
                .orElse("");
    }

    /** Before the troubles: a refused call is not broken as well. */
    @Override
    public int getOrder() {
        return 1;
    }
}
