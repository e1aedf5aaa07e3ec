package dev.pavior.chassis.access;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/**
 * The requests of a service that need no token.
 *
 * @param requests each a method and a path pattern, such as {@code POST /webhooks/gitlab}
 */
public record OpenPaths(List<String> requests) {

    private static final List<String> ALWAYS =
            List.of(
                    "GET /livez",
                    "GET /readyz",
                    // Only on the management port, which listens on loopback.
                    "GET /actuator/health/**",
                    "GET /actuator/prometheus");

    public OpenPaths {
        requests = List.copyOf(requests);
    }

    /** These requests, and health. */
    public static OpenPaths of(String... requests) {
        return new OpenPaths(List.of(requests));
    }

    ServerWebExchangeMatcher matcher() {
        return ServerWebExchangeMatchers.matchers(
                Stream.concat(ALWAYS.stream(), requests.stream())
                        .map(OpenPaths::matcher)
                        .toArray(ServerWebExchangeMatcher[]::new));
    }

    private static ServerWebExchangeMatcher matcher(String request) {
        int space = request.indexOf(' ');
        return new PathPatternParserServerWebExchangeMatcher(
                request.substring(space + 1), HttpMethod.valueOf(request.substring(0, space)));
    }
}
