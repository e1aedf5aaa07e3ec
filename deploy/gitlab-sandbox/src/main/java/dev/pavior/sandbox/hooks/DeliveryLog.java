package dev.pavior.sandbox.hooks;

import dev.pavior.sandbox.shape.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What became of the deliveries since the process started; GitLab's own hook log. */
public final class DeliveryLog {

    private final int kept;
    private final Map<Long, Deque<Logged>> byHook = new TreeMap<>();
    private final Map<String, Long> byEvent = new TreeMap<>();
    private final Map<Integer, Long> byStatus = new TreeMap<>();
    private final AtomicLong ids = new AtomicLong();

    /**
     * @param kept how many of a hook's deliveries
     */
    public DeliveryLog(int kept) {
        this.kept = kept;
    }

    public synchronized void record(Delivery delivery, Outcome outcome) {
        byEvent.merge(delivery.event(), 1L, Long::sum);
        byStatus.merge(outcome.status(), 1L, Long::sum);
        var log = byHook.computeIfAbsent(delivery.hook().id(), id -> new ArrayDeque<>());
        if (log.size() == kept) {
            log.removeLast();
        }
        log.addFirst(new Logged(ids.incrementAndGet(), delivery, outcome));
    }

    /** The latest deliveries of a hook, newest first. */
    public synchronized List<Logged> of(long hook) {
        return new ArrayList<>(byHook.getOrDefault(hook, new ArrayDeque<>()));
    }

    public Optional<Logged> find(long hook, long id) {
        return of(hook).stream().filter(logged -> logged.id() == id).findFirst();
    }

    public synchronized Map<String, @Nullable Object> shape() {
        return Shape.of("by_event", new TreeMap<>(byEvent), "by_status", new TreeMap<>(byStatus));
    }
}
