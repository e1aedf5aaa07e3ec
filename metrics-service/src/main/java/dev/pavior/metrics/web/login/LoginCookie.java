package dev.pavior.metrics.web.login;

import dev.pavior.chassis.access.AccessFile;
import dev.pavior.chassis.access.TokenSource;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Carries the token of someone who logged in.
 *
 * <p>The cookie holds the token itself and no session: each request is checked against the access
 * file like any other, so every instance knows it, and a token that is withdrawn is out as soon as
 * the service has read the file again, at its next start.
 */
@Component
final class LoginCookie implements TokenSource {

    static final String NAME = "pavior-token";
    private static final Duration A_WORKING_DAY = Duration.ofHours(12);

    private final AccessFile accessFile;

    LoginCookie(AccessFile accessFile) {
        this.accessFile = accessFile;
    }

    /** A cookie that lets nobody in counts as none, so that its bearer can still log in. */
    @Override
    public Optional<String> tokenOf(ServerHttpRequest request) {
        return Optional.ofNullable(request.getCookies().getFirst(NAME))
                .map(HttpCookie::getValue)
                .filter(token -> accessFile.bearer(token).isPresent());
    }

    static ResponseCookie carrying(String token, ServerHttpRequest request) {
        return cookie(token, request).maxAge(A_WORKING_DAY).build();
    }

    static ResponseCookie emptied(ServerHttpRequest request) {
        return cookie("", request).maxAge(0).build();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(
            String value, ServerHttpRequest request) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure("https".equals(request.getURI().getScheme()))
                .path("/");
    }
}
