package dev.pavior.intake.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** One request as it came: the bytes, and of the headers those that matter. */
final class Delivery {

    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern TRACE =
            Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final HttpHeaders headers;
    private final byte[] body;
    private final Instant receivedAt;

    Delivery(HttpHeaders headers, byte[] body, Instant receivedAt) {
        this.headers = headers;
        this.body = body;
        this.receivedAt = receivedAt;
    }

    /** A delivery of which only the headers have come. */
    static Delivery announced(HttpHeaders headers, Instant now) {
        return new Delivery(headers, new byte[0], now);
    }

    byte[] body() {
        return body;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    @Nullable String token() {
        return headers.getFirst("X-Gitlab-Token");
    }

    @Nullable String signature() {
        return headers.getFirst("webhook-signature");
    }

    @Nullable String webhookId() {
        return headers.getFirst("webhook-id");
    }

    @Nullable String timestamp() {
        return headers.getFirst("webhook-timestamp");
    }

    @Nullable String instance() {
        return headers.getFirst("X-Gitlab-Instance");
    }

    @Nullable String traceparent() {
        var value = headers.getFirst("traceparent");
        return value != null && TRACE.matcher(value).matches() ? value : null;
    }

    /** Whether the body is packed; GitLab packs none, and unpacking a stranger's is unsafe. */
    boolean isEncoded() {
        var encoding = headers.getFirst("Content-Encoding");
        return encoding != null && !encoding.strip().equalsIgnoreCase("identity");
    }

    String event() {
        var event = headers.getFirst("X-Gitlab-Event");
        return event == null ? "" : event;
    }

    /** The same when GitLab sends it again; GitLab before 17.4 names none, so its content does. */
    String id() {
        return Stream.of("Idempotency-Key", "webhook-id")
                .map(headers::getFirst)
                .filter(id -> id != null && ID.matcher(id).matches())
                .findFirst()
                .orElseGet(this::contentId);
    }

    private String contentId() {
        return HexFormat.of().formatHex(Digests.sha256(body, event().getBytes(UTF_8)));
    }
}
