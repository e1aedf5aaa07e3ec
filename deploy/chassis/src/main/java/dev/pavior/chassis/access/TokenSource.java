package dev.pavior.chassis.access;

import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Where a request may carry its token. */
@FunctionalInterface
public interface TokenSource {

    /** The token of a request, if this source has one. */
    Optional<String> tokenOf(ServerHttpRequest request);

    /** {@code Authorization: Bearer <token>}. */
    static TokenSource bearer() {
        return request ->
                Optional.ofNullable(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                        .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                        .map(value -> value.substring(7).trim());
    }
}
