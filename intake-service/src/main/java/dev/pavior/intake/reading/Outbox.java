package dev.pavior.intake.reading;

import dev.pavior.intake.gitlab.StoppedException;
import dev.pavior.intake.publish.Receipt;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes, and comes back when the broker has acknowledged everything. */
final class Outbox {

    /** All jobs together, a quarter of the producer's memory: a send never waits for room in it. */
    static final int ROOM = 8 * 1024 * 1024;

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final Duration BREATH = Duration.ofSeconds(1);

    private final Sending sending;
    private final MeterRegistry registry;
    private final Semaphore room = new Semaphore(ROOM, true);

    Outbox(Sending sending, MeterRegistry registry) {
        this.sending = sending;
        this.registry = registry;
    }

    /** Sends a record, asked for only when it will be sent; the receipt comes once. */
    interface Sending {
        void publish(Supplier<ProducerRecord<String, byte[]>> record, Consumer<Receipt> receipt);
    }

    void send(Letter letter) {
        send(List.of(letter));
    }

    /** Publishes all, however long the broker is away. */
    void send(Collection<Letter> letters) {
        var open = letters;
        while (!open.isEmpty()) {
            open = tried(open);
            if (!open.isEmpty()) {
                Rest.of(BREATH);
            }
        }
    }

    private Collection<Letter> tried(Collection<Letter> letters) {
        var left = new ConcurrentLinkedQueue<Letter>();
        var out = new CountDownLatch(letters.size());
        for (var letter : letters) {
            var posted = new Posted(letter);
            sending.publish(
                    posted,
                    receipt -> {
                        posted.arrive();
                        keep(letter, receipt, left);
                        out.countDown();
                    });
        }
        await(out);
        return left;
    }

    private void keep(Letter letter, Receipt receipt, Queue<Letter> left) {
        switch (receipt) {
            case ACKNOWLEDGED -> {}
            case AWAY -> left.add(letter);
            case TOO_LARGE -> {
                log.error("A record is larger than the broker takes");
                registry.counter("pavior.reading.oversized").increment();
                Oversized.instead(letter).ifPresent(left::add);
            }
        }
    }

    private static void await(CountDownLatch out) {
        try {
            out.await();
        } catch (InterruptedException e) {
            throw new StoppedException();
        }
    }

    /** A letter on its way; what it takes of the room is given back when it has arrived. */
    private final class Posted implements Supplier<ProducerRecord<String, byte[]>> {

        private final Letter letter;
        private volatile int taken;

        Posted(Letter letter) {
            this.letter = letter;
        }

        @Override
        public ProducerRecord<String, byte[]> get() {
            var record = letter.get();
            int size = record.value() == null ? 1 : Math.clamp(record.value().length, 1, ROOM);
            try {
                room.acquire(size);
            } catch (InterruptedException e) {
                throw new StoppedException();
            }
            taken = size;
            return record;
        }

        void arrive() {
            room.release(taken);
        }
    }
}
