package dev.pavior.sandbox;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.util.List;
import java.util.Map;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Answers whether the sandbox lives and is ready; whoever gets an answer knows it is. */
final class HealthRoutes {

    private HealthRoutes() {}

    static RouterFunction<ServerResponse> routes() {
        return route().GET("/livez", HealthRoutes::up)
                .GET("/readyz", HealthRoutes::up)
                .GET("/-/liveness", HealthRoutes::gitlab)
                .GET("/-/readiness", HealthRoutes::gitlab)
                .build();
    }

    private static Mono<ServerResponse> up(ServerRequest request) {
        return ServerResponse.ok().bodyValue(Map.of("status", "UP"));
    }

    private static Mono<ServerResponse> gitlab(ServerRequest request) {
        return ServerResponse.ok()
                .bodyValue(Map.of("status", "ok", "master_check", List.of(Map.of("status", "ok"))));
    }
}
