package dev.pavior.intake.webhook;

import dev.pavior.intake.publish.Publisher;
import dev.pavior.intake.publish.Receipt;
import dev.pavior.intake.webhook.Translation.Sighted;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Sends all records of a delivery and reports once the fate of each is known. The main one goes
 * last, but none waits for another: each may be repeated, so a delivery that was published in part
 * is published whole when it comes again.
 */
final class Publication {

    private final Publisher publisher;
    private final Records records;
    private final RecentEntries recent;

    Publication(Publisher publisher, Records records, Known known) {
        this.publisher = publisher;
        this.records = records;
        this.recent = new RecentEntries(known);
    }

    /**
     * Sends; not for event loops.
     *
     * @param visit signs the main record, so that each visit is found in the topics once
     * @param receipt told the worst of what became of the records
     */
    void publish(Sighted sighted, Delivery delivery, Visit visit, Consumer<Receipt> receipt) {
        var beside = sighted.beside().stream().map(recent::filled).filter(recent::isNews).toList();
        var all = new Fate(beside.size() + 1, receipt);
        sendBeside(beside, delivery, all);
        var main = recent.filled(sighted.main());
        publisher.publish(() -> visit.signed(records.main(main, delivery)), all::tell);
    }

    private void sendBeside(List<Told> beside, Delivery delivery, Fate all) {
        for (int i = 0; i < beside.size(); i++) {
            var told = beside.get(i);
            int number = i + 1;
            publisher.publish(
                    () -> records.beside(told, delivery, number),
                    receipt -> {
                        if (receipt == Receipt.ACKNOWLEDGED) {
                            recent.remember(told);
                        }
                        all.tell(receipt);
                    });
        }
    }

    /** What became of several records together. */
    private static final class Fate {

        private final AtomicInteger open;
        private final AtomicReference<Receipt> worst = new AtomicReference<>(Receipt.ACKNOWLEDGED);
        private final Consumer<Receipt> listener;

        Fate(int records, Consumer<Receipt> listener) {
            this.open = new AtomicInteger(records);
            this.listener = listener;
        }

        void tell(Receipt receipt) {
            worst.accumulateAndGet(receipt, Fate::worse);
            if (open.decrementAndGet() == 0) {
                listener.accept(worst.get());
            }
        }

        /** What is worth repeating is repeated before the rest is given up. */
        private static Receipt worse(Receipt one, Receipt other) {
            if (one == Receipt.AWAY || other == Receipt.AWAY) {
                return Receipt.AWAY;
            }
            return one == Receipt.TOO_LARGE ? one : other;
        }
    }
}
