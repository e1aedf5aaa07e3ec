package dev.pavior.intake.health;

import dev.pavior.intake.publish.Publisher;
import dev.pavior.intake.publish.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the ledger's sheet to the broker, one at a time: whoever asks meanwhile shares the next.
 *
 * <p>Until the last sheet of the run before is read, nothing is kept, since a sheet that starts
 * from nothing would replace it.
 */
public final class Scribe implements Commit, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Scribe.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** What nobody waits for is kept no later than this. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final SheetRecords records;
    private final KeptSheets kept;
    private final Publisher publisher;
    private final Queue<Consumer<Boolean>> waiting = new ConcurrentLinkedQueue<>();
    private Sheet written = Sheet.EMPTY;
    private volatile boolean closed;
    private volatile @Nullable Thread thread;

    public Scribe(Ledger ledger, SheetRecords records, KeptSheets kept, Publisher publisher) {
        this.ledger = ledger;
        this.records = records;
        this.kept = kept;
        this.publisher = publisher;
    }

    /** Reads back where the run before ended, then starts to write. */
    public void begin() {
        while (!resumed() && !closed) {
            LockSupport.parkNanos(PAUSE.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
        thread = Thread.ofPlatform().name("scribe").daemon().start(this::write);
    }

    private boolean resumed() {
        try {
            kept.last(records.part()).ifPresent(ledger::resume);
            return true;
        } catch (KafkaException e) {
            log.atWarn()
                    .addKeyValue("failure", e.getClass().getSimpleName())
                    .log("The last balance cannot be read yet");
            return false;
        }
    }

    @Override
    public void commit(Consumer<Boolean> told) {
        var writer = thread;
        if (writer == null || closed) {
            told.accept(false);
            return;
        }
        waiting.add(told);
        LockSupport.unpark(writer);
    }

    private void write() {
        while (!closed) {
            if (waiting.isEmpty()) {
                LockSupport.parkNanos(IDLE.toNanos());
            }
            writeOnce();
        }
        writeOnce();
    }

    /** Takes the waiting first, so that the sheet holds what they counted. */
    private void writeOnce() {
        var sharing = new ArrayList<Consumer<Boolean>>();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            sharing.add(next);
        }
        var sheet = ledger.sheet();
        boolean isKept = sheet.equals(written) || publish(sheet);
        if (isKept) {
            written = sheet;
        }
        tell(sharing, isKept);
    }

    private static void tell(List<Consumer<Boolean>> sharing, boolean isKept) {
        for (var told : sharing) {
            try {
                told.accept(isKept);
            } catch (RuntimeException e) {
                log.error("An answer could not be given", e);
            }
        }
    }

    private boolean publish(Sheet sheet) {
        var receipt = new CompletableFuture<Receipt>();
        try {
            publisher.publish(() -> records.record(sheet), receipt::complete);
            return receipt.join() == Receipt.ACKNOWLEDGED;
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("failure", e.getClass().getName())
                    .log("The balance could not be written");
            return false;
        }
    }

    /** Keeps what was counted last. */
    @Override
    public void close() {
        closed = true;
        var writer = thread;
        if (writer != null) {
            LockSupport.unpark(writer);
            join(writer);
        }
    }

    private static void join(Thread writer) {
        try {
            writer.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
