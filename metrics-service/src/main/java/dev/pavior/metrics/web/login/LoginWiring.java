package dev.pavior.metrics.web.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.chassis.access.OpenPaths;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Opens the form, and leads people there who come without a token; programs get a plain 401. */
@Configuration(proxyBeanMethods = false)
class LoginWiring {

    @Bean
    OpenPaths openPaths() {
        return OpenPaths.of("GET /login", "POST /login", "GET /pavior.css", "GET /favicon.svg");
    }

    @Bean
    ServerAuthenticationEntryPoint leadToLogin() {
        return (exchange, refused) ->
                isNavigation(exchange) ? redirect(exchange) : unauthorized(exchange);
    }

    private static boolean isNavigation(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return HttpMethod.GET.equals(request.getMethod())
                && request.getHeaders().getAccept().contains(MediaType.TEXT_HTML);
    }

    private static Mono<Void> redirect(ServerWebExchange exchange) {
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse().getHeaders().setLocation(URI.create("/login"));
        return exchange.getResponse().setComplete();
    }

    private static Mono<Void> unauthorized(ServerWebExchange exchange) {
        var response = exchange.getResponse();
        response.setStatusCode(HttpStatus.UNAUTHORIZED);
        response.getHeaders().set("WWW-Authenticate", "Bearer");
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var body =
                "{\"title\":\"Unauthorized\",\"status\":401,"
                        + "\"detail\":\"A valid access token is needed.\"}";
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body.getBytes(UTF_8))));
    }
}
