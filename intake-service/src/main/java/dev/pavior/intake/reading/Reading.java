package dev.pavior.intake.reading;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.contract.v1.ReadJob;
import dev.pavior.contract.v1.ReadState;
import dev.pavior.intake.gitlab.GitLab;
import dev.pavior.intake.publish.Publisher;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads all configured GitLabs, in the one instance that owns the cursors. */
public final class Reading implements Ownership.Duty, AutoCloseable {

    private final KafkaSettings kafka;
    private final AvroSerdes serdes;
    private final MeterRegistry registry;
    private final Cursors cursors = new Cursors();
    private final List<Desk> desks;
    private final Map<String, Pulse> pulses;
    private final List<SourceReader> readers = new CopyOnWriteArrayList<>();
    private final List<Companion> companions = new CopyOnWriteArrayList<>();
    private volatile @Nullable CursorTail tail;
    private @Nullable Ownership ownership;
    private @Nullable Thread beginning;

    /** Puts everything together; nothing is read before it begins. */
    public Reading(
            ReadingSettings settings,
            List<GitLab> gitLabs,
            KafkaSettings kafka,
            AvroSerdes serdes,
            Publisher publisher,
            MeterRegistry registry,
            Clock clock) {
        this.kafka = kafka;
        this.registry = registry;
        this.serdes = serdes;
        var outbox = new Outbox(publisher::publish, registry);
        var letters = new Letters(serdes);
        this.desks =
                gitLabs.stream()
                        .map(git -> new Desk(git, letters, outbox, cursors, settings, clock))
                        .toList();
        this.pulses =
                desks.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Desk::source,
                                        desk -> new Pulse("Histories of " + desk.source(), clock)));
        desks.forEach(desk -> watch(desk, ReadState.HELD, registry));
        desks.forEach(desk -> watch(desk, ReadState.FAILED, registry));
    }

    /** What else only the instance that reads may do. */
    private record Companion(Runnable beginning, Runnable ending) {}

    /** Has something else begin and end with the reading on this instance. */
    public void accompany(Runnable beginning, Runnable ending) {
        companions.add(new Companion(beginning, ending));
    }

    /** How many cursors are in a state that asks for people. */
    static void watch(Desk desk, ReadState state, MeterRegistry registry) {
        var name = "pavior.reading." + state.name().toLowerCase(Locale.ROOT);
        Gauge.builder(name, desk, at -> count(at, state))
                .tag("source", desk.source())
                .register(registry);
    }

    private static long count(Desk desk, ReadState state) {
        return desk.cursors().of(desk.source()).stream()
                .filter(cursor -> cursor.getState() == state)
                .count();
    }

    /** Joins those who may read. */
    public synchronized void begin() {
        if (!desks.isEmpty()) {
            tail = new CursorTail(kafka, serdes, cursors, registry);
            ownership = new Ownership(kafka, this);
            Thread.ofVirtual().name("reading-cursors").start(tail);
            Thread.ofVirtual().name("reading-owner").start(ownership);
        }
    }

    /** Called by the owner's thread, which must go on polling: the rest is done on another one. */
    @Override
    public synchronized void begin(long end) {
        beginning = Thread.ofVirtual().name("reading-begin").start(() -> startReaders(end));
    }

    private void startReaders(long end) {
        Objects.requireNonNull(tail).awaitUpTo(end);
        synchronized (this) {
            if (!Thread.currentThread().isInterrupted()) {
                desks.forEach(desk -> readers.add(reader(desk)));
                readers.forEach(SourceReader::start);
                companions.forEach(companion -> companion.beginning().run());
            }
        }
    }

    private SourceReader reader(Desk desk) {
        return new SourceReader(
                desk,
                new Catalog(desk, kafka, serdes),
                () -> KnownItems.scan(kafka, serdes, desk.host()),
                pulse(desk));
    }

    @Override
    public synchronized void end() {
        if (beginning != null) {
            beginning.interrupt();
        }
        companions.forEach(companion -> companion.ending().run());
        readers.forEach(SourceReader::stop);
        readers.clear();
    }

    /** Whether this instance is the one that reads. */
    boolean isOwner() {
        return !readers.isEmpty();
    }

    /** What keeps jobs from going on, by job. */
    Map<String, String> troubles() {
        var troubles = new TreeMap<String, String>();
        readers.forEach(reader -> reader.troubles().forEach(troubles::putIfAbsent));
        var known = tail;
        var unknown = known == null ? null : known.trouble();
        if (unknown != null) {
            troubles.put("cursors", unknown);
        }
        return troubles;
    }

    /** Why this instance will never read again, empty where it may. */
    public synchronized Optional<String> outside() {
        return Optional.ofNullable(ownership).flatMap(Ownership::outside);
    }

    List<Desk> desks() {
        return desks;
    }

    Pulse pulse(Desk desk) {
        return Objects.requireNonNull(pulses.get(desk.source()));
    }

    /** Asks the owner, whichever instance that is, for a job on every source. */
    void wish(ReadJob job, @Nullable String what) {
        desks.forEach(desk -> Wish.make(desk, job, what));
    }

    /** Asks the owner to look again, in one source, at all that changed since then. */
    public void readSince(String source, Instant since) {
        desks.stream()
                .filter(desk -> desk.source().equals(source))
                .forEach(desk -> Wish.again(desk, since));
    }

    @Override
    public void close() {
        if (ownership != null) {
            ownership.stop();
        }
        end();
        if (tail != null) {
            tail.stop();
        }
    }
}
