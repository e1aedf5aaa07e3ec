package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.shape.Shape;
import dev.pavior.sandbox.shape.Times;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts who wrote how often since the process started, and keeps the latest. */
final class Writes {

    private static final int KEPT = 1_000;

    private final Map<String, Long> byToken = new TreeMap<>();
    private final Map<String, Long> byUser = new TreeMap<>();
    private final Map<Integer, Long> byStatus = new TreeMap<>();
    private final Deque<Map<String, @Nullable Object>> latest = new ArrayDeque<>();

    synchronized void count(Call call, int status) {
        byToken.merge(call.token().name(), 1L, Long::sum);
        byUser.merge(call.user().username(), 1L, Long::sum);
        byStatus.merge(status, 1L, Long::sum);
        if (latest.size() == KEPT) {
            latest.removeFirst();
        }
        latest.addLast(
                Shape.of(
                        "token", call.token().name(),
                        "user", call.user().username(),
                        "method", call.request().method().name(),
                        "path", call.request().uri().getRawPath(),
                        "status", status,
                        "at", Times.iso(call.at())));
    }

    synchronized Map<String, @Nullable Object> shape() {
        List<Object> entries = new ArrayList<>(latest);
        return Shape.of(
                "by_token", new TreeMap<>(byToken),
                "by_user", new TreeMap<>(byUser),
                "by_status", new TreeMap<>(byStatus),
                "latest", entries);
    }
}
