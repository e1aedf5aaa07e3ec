package dev.pavior.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.springframework.http.HttpHeaders;

/** Builds deliveries for tests. */
final class Deliveries {

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final Source SOURCE = new Source("default", "gitlab.example", "secret", "", "", "");

    private final HttpHeaders headers = new HttpHeaders();
    private byte[] body;

    private Deliveries(byte[] body) {
        this.body = body;
    }

    static Deliveries of(String json) {
        return new Deliveries(json.getBytes(UTF_8));
    }

    static Deliveries of(byte[] body) {
        return new Deliveries(body);
    }

    static Deliveries recorded(String name) {
        return of(read(name));
    }

    static String read(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/gitlab", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Deliveries header(String name, String value) {
        headers.set(name, value);
        return this;
    }

    Deliveries without(String name) {
        headers.remove(name);
        return this;
    }

    Delivery build() {
        return new Delivery(headers, body, NOW);
    }
}
