package dev.pavior.sandbox.faults;

import io.netty.channel.ChannelOption;
import java.nio.charset.StandardCharsets;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** Makes calls to the API slow, refuses them, or cuts their connection. */
public final class ApiFaults implements WebFilter, Ordered {

    private final Faults faults;

    public ApiFaults(Faults faults) {
        this.faults = faults;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getURI().getRawPath();
        if (!path.startsWith("/api/")) {
            return chain.filter(exchange);
        }
        var fault = faults.ofCall(path);
        var answer = Mono.defer(() -> answer(fault, exchange, chain));
        return fault.delay().isZero() ? answer : Mono.delay(fault.delay()).then(answer);
    }

    private static Mono<Void> answer(
            CallFault fault, ServerWebExchange exchange, WebFilterChain chain) {
        return switch (fault.kind()) {
            case NONE -> chain.filter(exchange);
            case SERVER_ERROR ->
                    plain(exchange, HttpStatus.BAD_GATEWAY, "GitLab is not responding");
            case TOO_MANY -> {
                addRetryAfter(exchange, fault.retryAfter());
                yield plain(exchange, HttpStatus.TOO_MANY_REQUESTS, "Retry later\n");
            }
            case RESET -> Mono.fromRunnable(() -> cut(exchange));
        };
    }

    private static void addRetryAfter(ServerWebExchange exchange, String how) {
        var headers = exchange.getResponse().getHeaders();
        switch (how) {
            case "right" -> headers.set(HttpHeaders.RETRY_AFTER, "1");
            case "wrong" -> headers.set(HttpHeaders.RETRY_AFTER, "soon");
            default -> headers.remove(HttpHeaders.RETRY_AFTER);
        }
    }

    static Mono<Void> plain(ServerWebExchange exchange, HttpStatus status, String text) {
        var response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.TEXT_PLAIN);
        var bytes = response.bufferFactory().wrap(text.getBytes(StandardCharsets.UTF_8));
        return response.writeWith(Mono.just(bytes));
    }

    /** Without lingering, so that the other side sees a reset and not an orderly end. */
    private static void cut(ServerWebExchange exchange) {
        HttpServerRequest request =
                ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        request.withConnection(
                connection -> {
                    connection.channel().config().setOption(ChannelOption.SO_LINGER, 0);
                    var _ = connection.channel().close();
                });
    }

    /** Behind the limit of requests. */
    @Override
    public int getOrder() {
        return 2;
    }
}
