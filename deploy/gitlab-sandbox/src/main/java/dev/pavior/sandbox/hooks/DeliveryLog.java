package dev.pavior.sandbox.hooks;

import dev.pavior.sandbox.shape.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What became of the deliveries since the process started; GitLab's own hook log. */
public final class DeliveryLog {

    private static final int KEPT = 100;

    private final Map<Long, Deque<Map<String, @Nullable Object>>> byHook = new TreeMap<>();
    private final Map<String, Long> byEvent = new TreeMap<>();
    private final Map<Integer, Long> byStatus = new TreeMap<>();
    private final AtomicLong ids = new AtomicLong();

    public synchronized void record(Delivery delivery, Outcome outcome) {
        byEvent.merge(delivery.event(), 1L, Long::sum);
        byStatus.merge(outcome.status(), 1L, Long::sum);
        var log = byHook.computeIfAbsent(delivery.hook().id(), id -> new ArrayDeque<>());
        if (log.size() == KEPT) {
            log.removeLast();
        }
        log.addFirst(entry(delivery, outcome));
    }

    /** The latest deliveries of a hook, newest first. */
    public synchronized List<Map<String, @Nullable Object>> of(long hook) {
        return new ArrayList<>(byHook.getOrDefault(hook, new ArrayDeque<>()));
    }

    public synchronized Map<String, @Nullable Object> shape() {
        return Shape.of("by_event", new TreeMap<>(byEvent), "by_status", new TreeMap<>(byStatus));
    }

    private Map<String, @Nullable Object> entry(Delivery delivery, Outcome outcome) {
        return Shape.of(
                "id", ids.incrementAndGet(),
                "url", delivery.hook().url(),
                "trigger", delivery.trigger(),
                "request_headers", withoutToken(outcome.requestHeaders()),
                "request_data", delivery.body(),
                "response_headers", Map.of(),
                "response_body", outcome.responseBody(),
                "execution_duration", outcome.took().toNanos() / 1e9,
                "response_status",
                        outcome.status() == 0
                                ? "internal error"
                                : String.valueOf(outcome.status()));
    }

    private static Map<String, String> withoutToken(Map<String, String> headers) {
        var shown = new TreeMap<>(headers);
        shown.computeIfPresent("X-Gitlab-Token", (name, value) -> "[REDACTED]");
        return shown;
    }
}
