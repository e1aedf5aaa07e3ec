package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Deed;
import dev.pavior.sandbox.domain.Fields;
import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.domain.User;
import java.time.Instant;
import org.springframework.web.reactive.function.server.ServerRequest;

/** One request to the API by somebody who may make it. */
record Call(ServerRequest request, Fields fields, Token token, User user, Instant at) {

    String path(String name) {
        return request.pathVariable(name);
    }

    long number(String name) {
        try {
            return Long.parseLong(path(name));
        } catch (NumberFormatException e) {
            throw Refusal.invalid(name);
        }
    }

    Deed deed() {
        return new Deed(user, at);
    }
}
