package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Fields;
import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.domain.User;
import dev.pavior.sandbox.domain.World;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.ServerRequest;

/** Knows which token a request carries, and for whom it acts. */
public final class Tokens {

    private static final String BEARER = "Bearer ";

    private final World world;
    private final List<Token> tokens;

    public Tokens(World world, List<Token> tokens) {
        this.world = world;
        this.tokens = List.copyOf(tokens);
    }

    Token of(ServerRequest request) {
        return presented(request)
                .flatMap(this::known)
                .orElseThrow(() -> Refusal.message(401, "401 Unauthorized"));
    }

    /** The owner of the token, or for a sudo token whoever it says. */
    User acting(Token token, ServerRequest request, Fields fields) {
        String sudo = request.headers().firstHeader("Sudo");
        String as = sudo == null ? fields.text("sudo") : sudo;
        if (as == null || as.isBlank()) {
            return world.userNamed(token.username()).orElseThrow(Refusal::noSuchObject);
        }
        if (!token.scopes().contains(Token.SUDO)) {
            throw Refusal.message(403, "403 Forbidden - Must be admin to use sudo");
        }
        return named(as)
                .orElseThrow(() -> Refusal.notFound("User with ID or username '" + as + "'"));
    }

    private Optional<User> named(String idOrUsername) {
        return world.users.first(
                user ->
                        user.username().equals(idOrUsername)
                                || String.valueOf(user.id()).equals(idOrUsername));
    }

    private Optional<Token> known(String secret) {
        byte[] given = secret.getBytes(StandardCharsets.UTF_8);
        return tokens.stream()
                .filter(token -> MessageDigest.isEqual(given, bytes(token.secret())))
                .findFirst();
    }

    private static Optional<String> presented(ServerRequest request) {
        var headers = request.headers();
        return Optional.ofNullable(headers.firstHeader("PRIVATE-TOKEN"))
                .or(() -> bearer(headers.firstHeader(HttpHeaders.AUTHORIZATION)))
                .or(() -> request.queryParam("private_token"))
                .filter(secret -> !secret.isBlank());
    }

    private static Optional<String> bearer(@Nullable String authorization) {
        return authorization != null && authorization.startsWith(BEARER)
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
