package dev.pavior.metrics.web.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.chassis.access.AccessFile;
import java.io.IOException;
import java.net.URI;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The log-in form. */
@RestController
final class LoginController {

    private static final String REFUSAL = "No one is known by this token.";
    // A cookie's value: printable, without what ends it.
    private static final String POSSIBLE = "[!#-+\\--:<-\\[\\]-~]{1,512}";

    private final AccessFile accessFile;
    private final String page;

    LoginController(AccessFile accessFile) throws IOException {
        this.accessFile = accessFile;
        this.page = new ClassPathResource("pages/login.html").getContentAsString(UTF_8);
    }

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE)
    String form() {
        return page("");
    }

    @PostMapping(
            path = "/login",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.TEXT_HTML_VALUE)
    Mono<ResponseEntity<String>> logIn(ServerWebExchange exchange) {
        return exchange.getFormData()
                .mapNotNull(form -> form.getFirst("token"))
                .map(String::strip)
                .filter(token -> token.matches(POSSIBLE))
                .filter(token -> accessFile.bearer(token).isPresent())
                .map(token -> to("/", LoginCookie.carrying(token, exchange.getRequest())))
                .defaultIfEmpty(
                        ResponseEntity.status(HttpStatus.FORBIDDEN)
                                .contentType(MediaType.TEXT_HTML)
                                .body(page(REFUSAL)));
    }

    @PostMapping("/logout")
    ResponseEntity<String> logOut(ServerWebExchange exchange) {
        return to("/login", LoginCookie.emptied(exchange.getRequest()));
    }

    private String page(String message) {
        return page.replace("{{message}}", message);
    }

    private static ResponseEntity<String> to(String path, ResponseCookie cookie) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .header("Set-Cookie", cookie.toString())
                .build();
    }
}
