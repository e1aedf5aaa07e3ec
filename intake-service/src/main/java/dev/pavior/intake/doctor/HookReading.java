package dev.pavior.intake.doctor;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what GitLab says of hooks and of their deliveries. */
final class HookReading {

    private HookReading() {}

    static Hook hook(JsonNode json) {
        var events = new HashMap<String, Boolean>();
        json.properties().stream()
                .filter(field -> field.getKey().endsWith("_events") && field.getValue().isBoolean())
                .forEach(field -> events.put(field.getKey(), field.getValue().booleanValue()));
        return new Hook(
                json.path("id").asLong(0),
                json.path("url").asString(""),
                AlertStatus.of(json.path("alert_status").asString("")),
                time(json.path("disabled_until").asString(""), HookReading::iso),
                time(json.path("created_at").asString(""), HookReading::iso),
                events,
                hasSecret(json));
    }

    /** A GitLab that does not say counts as having one, so that nobody is alarmed for nothing. */
    private static boolean hasSecret(JsonNode json) {
        return !json.has("token_present")
                || json.path("token_present").asBoolean(false)
                || json.path("signing_token_present").asBoolean(false);
    }

    static Tried tried(JsonNode json) {
        var status = json.path("response_status").asString("");
        return new Tried(
                json.path("id").asLong(0),
                header(json.path("request_headers"), "Idempotency-Key").orElse(""),
                // GitLab itself takes a redirect for a success.
                status.startsWith("2") || status.startsWith("3"),
                at(json));
    }

    /** The clock of who answered, or of who sent; else when what it tells of was last changed. */
    private static @Nullable Instant at(JsonNode json) {
        return header(json.path("response_headers"), "Date")
                .map(date -> time(date, HookReading::rfc1123))
                .or(
                        () ->
                                header(json.path("request_headers"), "Webhook-Timestamp")
                                        .map(seconds -> time(seconds, HookReading::epoch)))
                .or(() -> Optional.ofNullable(changed(json.path("request_data"))))
                .orElse(null);
    }

    private static @Nullable Instant changed(JsonNode payload) {
        var attributes = payload.path("object_attributes");
        var said = attributes.path("updated_at").asString(payload.path("updated_at").asString(""));
        return time(said, HookReading::iso);
    }

    private static Optional<String> header(JsonNode headers, String name) {
        return headers.properties().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .findFirst();
    }

    private static @Nullable Instant time(String text, Function<String, Instant> reading) {
        try {
            return reading.apply(text.strip());
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static Instant iso(String text) {
        // Older payloads have "2017-09-15 16:52:00 UTC".
        var said = text.replace(" UTC", "Z").replaceFirst("^(\\S{10}) ", "$1T");
        return OffsetDateTime.parse(said).toInstant();
    }

    private static Instant rfc1123(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    private static Instant epoch(String text) {
        return Instant.ofEpochSecond(Long.parseLong(text));
    }
}
