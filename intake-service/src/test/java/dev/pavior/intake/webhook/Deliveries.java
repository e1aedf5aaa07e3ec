package dev.pavior.intake.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.intake.webhook.Translation.Sighted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.http.HttpHeaders;

/** Builds deliveries for tests. */
final class Deliveries {

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final Source SOURCE = new Source("default", "gitlab.example", "secret", "", "", "");

    /** How the team is called in comments. */
    static final List<String> HANDLES = List.of("prodsec", "security/paved-road");

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

    Translation translated() {
        return new Translator(HANDLES).translate(build(), SOURCE);
    }

    /** What became of it, where it concerns us. */
    Sighted sighted() {
        return (Sighted) translated();
    }

    /** The record it stands for. */
    <T> T main(Class<T> type) {
        return type.cast(sighted().main().value());
    }

    /** The records of a type that it brings along. */
    <T> List<T> beside(Class<T> type) {
        return sighted().beside().stream()
                .map(Told::value)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The bytes of all records, as text that is empty where nothing was written. */
    static List<String> written(Sighted sighted) {
        return Stream.concat(Stream.of(sighted.main()), sighted.beside().stream())
                .map(Told::value)
                .map(Deliveries::written)
                .toList();
    }

    private static String written(SpecificRecord value) {
        try {
            var bytes = new ByteArrayOutputStream();
            var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new SpecificDatumWriter<>(value.getSchema()).write(value, encoder);
            encoder.flush();
            return bytes.toString(ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Delivery build() {
        return new Delivery(headers, body, NOW);
    }
}
