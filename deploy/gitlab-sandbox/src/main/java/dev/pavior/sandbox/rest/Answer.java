package dev.pavior.sandbox.rest;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the API answers. */
record Answer(int status, @Nullable Object body, Map<String, String> headers) {

    static Answer ok(Object body) {
        return new Answer(200, body, Map.of());
    }

    static Answer created(Object body) {
        return new Answer(201, body, Map.of());
    }

    static Answer gone() {
        return new Answer(204, null, Map.of());
    }

    /** The same, as the last one on its connection. */
    Answer last() {
        return new Answer(status, body, Map.of("Connection", "close"));
    }
}
