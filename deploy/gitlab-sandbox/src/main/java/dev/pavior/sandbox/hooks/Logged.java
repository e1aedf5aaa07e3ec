package dev.pavior.sandbox.hooks;

import dev.pavior.sandbox.shape.Shape;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One delivery that was tried, and what came of it. */
public record Logged(long id, Delivery delivery, Outcome outcome) {

    /** Whether it belongs to what a caller asks for: a group of statuses, or one status. */
    public boolean is(String wanted) {
        int status = outcome.status();
        return switch (wanted) {
            case "successful" -> status >= 200 && status < 300;
            case "client_failure" -> status >= 400 && status < 500;
            case "server_failure" -> status == 0 || status >= 500;
            default -> String.valueOf(status).equals(wanted);
        };
    }

    public Map<String, @Nullable Object> shape() {
        return Shape.of(
                "id", id,
                "url", delivery.hook().url(),
                "trigger", delivery.trigger(),
                "request_headers", withoutToken(),
                "request_data", delivery.body(),
                "response_headers", Map.of(),
                "response_body", outcome.responseBody(),
                "execution_duration", outcome.took().toNanos() / 1e9,
                "response_status",
                        outcome.status() == 0
                                ? "internal error"
                                : String.valueOf(outcome.status()));
    }

    private Map<String, String> withoutToken() {
        var shown = new TreeMap<>(outcome.requestHeaders());
        shown.computeIfPresent("X-Gitlab-Token", (name, value) -> "[REDACTED]");
        return shown;
    }
}
