package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Fields;
import dev.pavior.sandbox.domain.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Reads the parameters of a request from its query, form or JSON body. */
final class Reading {

    private static final ParameterizedTypeReference<Map<String, @Nullable Object>> OBJECT =
            new ParameterizedTypeReference<>() {};

    private Reading() {}

    static Mono<Fields> fields(ServerRequest request) {
        var query = flat(request.queryParams());
        return body(request)
                .map(
                        body -> {
                            query.putAll(body);
                            return new Fields(query);
                        });
    }

    private static Mono<Map<String, @Nullable Object>> body(ServerRequest request) {
        var type = request.headers().contentType().orElse(MediaType.APPLICATION_OCTET_STREAM);
        if (type.equalsTypeAndSubtype(MediaType.APPLICATION_FORM_URLENCODED)) {
            return request.formData().map(Reading::flat);
        }
        if (!type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)) {
            return unread(request);
        }
        return request.bodyToMono(OBJECT)
                .onErrorMap(ServerWebInputException.class, e -> unreadable())
                .defaultIfEmpty(nothing());
    }

    /** To the end all the same: the next request on the connection waits behind it. */
    private static Mono<Map<String, @Nullable Object>> unread(ServerRequest request) {
        return request.exchange()
                .getRequest()
                .getBody()
                .doOnNext(DataBufferUtils::release)
                .then(Mono.fromSupplier(Reading::nothing));
    }

    private static Map<String, @Nullable Object> nothing() {
        return new HashMap<>();
    }

    private static Refusal unreadable() {
        return Refusal.error(400, "message body does not match declared format");
    }

    /** A name that ends in [] holds a list; of the others the last value counts. */
    private static Map<String, @Nullable Object> flat(MultiValueMap<String, String> values) {
        var flat = new HashMap<String, @Nullable Object>();
        values.forEach((name, given) -> put(flat, name, given));
        return flat;
    }

    private static void put(Map<String, @Nullable Object> flat, String name, List<String> given) {
        if (name.endsWith("[]")) {
            flat.put(name.substring(0, name.length() - 2), List.copyOf(given));
        } else {
            flat.put(name, given.isEmpty() ? null : given.getLast());
        }
    }
}
