package dev.pavior.intake.webhook;

import dev.pavior.chassis.kafka.RegistryOutage;
import dev.pavior.intake.publish.Publisher;
import dev.pavior.intake.publish.Receipt;
import dev.pavior.intake.webhook.Outcome.Parked;
import dev.pavior.intake.webhook.Outcome.Published;
import dev.pavior.intake.webhook.Outcome.Refusal;
import dev.pavior.intake.webhook.Outcome.Refused;
import dev.pavior.intake.webhook.Outcome.Unavailable;
import dev.pavior.intake.webhook.Translation.NotOurs;
import dev.pavior.intake.webhook.Translation.Sighted;
import dev.pavior.intake.webhook.Translation.Unreadable;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes deliveries from the event loop to threads of its own, since parsing takes time and sending
 * may wait, and ends each visit with what became of it.
 */
public final class Reception implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Reception.class);
    private static final int QUEUE = 1024;

    private final Sources sources;
    private final HostWatch hosts;
    private final Records records;
    private final Publisher publisher;
    private final Balance balance;
    private final Clock clock;
    private final Translator translator;
    private final Publication publication;
    private final ExecutorService workers;

    /**
     * Starts the threads.
     *
     * @param handles names by which the team is called in comments
     * @param known what of the catalogue needs not be told again
     */
    public Reception(
            Sources sources,
            HostWatch hosts,
            List<String> handles,
            Records records,
            Publisher publisher,
            Known known,
            Balance balance,
            Clock clock) {
        this.sources = sources;
        this.hosts = hosts;
        this.records = records;
        this.publisher = publisher;
        this.balance = balance;
        this.clock = clock;
        this.translator = new Translator(handles);
        this.publication = new Publication(publisher, records, known);
        this.workers = workers();
    }

    void offer(Delivery delivery, Visit visit) {
        work(() -> receive(delivery, visit), visit);
    }

    private void work(Runnable step, Visit visit) {
        try {
            workers.execute(step);
        } catch (RejectedExecutionException e) {
            visit.end(new Unavailable("busy"));
        }
    }

    private void receive(Delivery delivery, Visit visit) {
        try {
            sources.authenticate(delivery, clock.instant())
                    .ifPresentOrElse(
                            proven -> welcome(delivery, proven, visit),
                            () -> visit.end(new Refused(Refusal.UNAUTHENTICATED)));
        } catch (RuntimeException e) {
            // Such as a registry that is away; the message might quote the body, the type does not.
            log.atError()
                    .addKeyValue("failure", e.getClass().getName())
                    .log("A delivery could not be processed");
            visit.end(new Unavailable("failure"));
        }
    }

    private void welcome(Delivery delivery, Sources.Proven proven, Visit visit) {
        visit.by(proven);
        switch (translate(delivery, proven.source())) {
            case NotOurs(String reason) -> visit.end(new Outcome.Ignored(reason));
            case Unreadable(String reason) -> park(delivery, proven.source(), reason, visit);
            case Sighted sighted -> publish(delivery, proven.source(), sighted, visit);
        }
    }

    private Translation translate(Delivery delivery, Source source) {
        if (sources.isForeign(delivery, source)) {
            return new NotOurs("foreign-instance");
        }
        try {
            return translator.translate(delivery, source);
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("failure", e.getClass().getName())
                    .log("The translation of a delivery failed; it is parked");
            return new Unreadable("failure");
        }
    }

    private void publish(Delivery delivery, Source source, Sighted sighted, Visit visit) {
        sighted.misread().forEach(balance::misread);
        hosts.look(source, delivery);
        try {
            send(delivery, source, sighted, visit);
        } catch (RuntimeException e) {
            if (RegistryOutage.isBehind(e)) {
                throw e;
            }
            log.atError()
                    .addKeyValue("failure", e.getClass().getName())
                    .log("The record of a delivery cannot be written; it is parked");
            park(delivery, source, "unwritable", visit);
        }
    }

    private void send(Delivery delivery, Source source, Sighted sighted, Visit visit) {
        publication.publish(
                sighted,
                delivery,
                visit,
                receipt -> {
                    switch (receipt) {
                        case ACKNOWLEDGED -> visit.end(new Published(sighted.main().topic()));
                        case AWAY -> visit.end(new Unavailable("broker"));
                        // Not here: this may be the producer's own thread.
                        case TOO_LARGE ->
                                work(() -> park(delivery, source, "too-large", visit), visit);
                    }
                });
    }

    private void park(Delivery delivery, Source source, String reason, Visit visit) {
        publisher.publish(
                () -> visit.signed(records.parked(delivery, source, reason)),
                receipt ->
                        visit.end(
                                receipt == Receipt.ACKNOWLEDGED
                                        ? new Parked(reason)
                                        : new Unavailable("broker")));
    }

    private static ExecutorService workers() {
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        return new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                Thread.ofPlatform().name("reception-", 0).daemon().factory());
    }

    /** Lets the deliveries at hand end, but not for ever. */
    @Override
    public void close() {
        workers.shutdown();
        try {
            if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
