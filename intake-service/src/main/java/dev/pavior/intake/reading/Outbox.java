package dev.pavior.intake.reading;

import dev.pavior.intake.gitlab.StoppedException;
import dev.pavior.intake.publish.Receipt;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes, and comes back when the broker has acknowledged everything. */
final class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final Duration BREATH = Duration.ofSeconds(1);

    private final Way way;

    Outbox(Way way) {
        this.way = way;
    }

    /** How one record goes out; the receipt comes exactly once. */
    interface Way {
        void publish(Letter letter, Consumer<Receipt> receipt);
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
            way.publish(
                    letter,
                    receipt -> {
                        if (receipt == Receipt.AWAY) {
                            left.add(letter);
                        } else if (receipt == Receipt.TOO_LARGE) {
                            log.error("A record is larger than the broker takes, and left out");
                        }
                        out.countDown();
                    });
        }
        await(out);
        return left;
    }

    private static void await(CountDownLatch out) {
        try {
            out.await();
        } catch (InterruptedException e) {
            throw new StoppedException();
        }
    }
}
