package dev.pavior.intake.requests;

import dev.pavior.chassis.access.Access;
import dev.pavior.contract.v1.WorkRequest;
import dev.pavior.intake.publish.Publisher;
import dev.pavior.intake.publish.Receipt;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Takes a body in on threads of its own: reads it, knows it again, publishes it. */
public final class Desk implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Desk.class);
    private static final int THREADS = 2;
    private static final int QUEUE = 256;

    private final Templates templates;
    private final Ledger ledger;
    private final RequestRecords records;
    private final Publisher publisher;
    private final MeterRegistry meters;
    private final Duration answerWithin;
    private final Clock clock;
    private final Scheduler workers = Schedulers.newBoundedElastic(THREADS, QUEUE, "requests");

    public Desk(
            Templates templates,
            Ledger ledger,
            RequestRecords records,
            Publisher publisher,
            MeterRegistry meters,
            RequestSettings settings,
            Clock clock) {
        this.templates = templates;
        this.ledger = ledger;
        this.records = records;
        this.publisher = publisher;
        this.meters = meters;
        this.answerWithin = settings.answerWithin();
        this.clock = clock;
    }

    /**
     * Takes a body in.
     *
     * @param key what the requester calls it, so that sending it twice is no second request
     */
    Mono<Outcome> submit(byte[] body, Access requester, Optional<String> key) {
        return Mono.defer(() -> read(body, requester, key))
                .subscribeOn(workers)
                .timeout(answerWithin, Mono.just(new Outcome.Unavailable(null)))
                .onErrorResume(Desk::failed)
                .doOnNext(this::count);
    }

    private void count(Outcome outcome) {
        meters.counter("pavior.intake.requests", "outcome", outcome.word()).increment();
    }

    private static Mono<Outcome> failed(Throwable failure) {
        // Such as a full queue or a registry that is away; a message might quote the body.
        log.atWarn()
                .addKeyValue("failure", failure.getClass().getName())
                .log("A request could not be taken");
        return Mono.just(new Outcome.Unavailable(null));
    }

    private Mono<Outcome> read(byte[] body, Access requester, Optional<String> key) {
        return switch (Reading.of(body, templates, clock.instant())) {
            case Reading.NotJson(String detail) -> Mono.just(new Outcome.NotJson(detail));
            case Reading.Faulty(var faults, boolean emergency) ->
                    Mono.just(new Outcome.Faulty(faults, emergency ? advice() : null));
            case Reading.Good(Form form) -> accept(form, requester, key);
        };
    }

    private String advice() {
        return templates.emergency(clock.instant());
    }

    private Mono<Outcome> accept(Form form, Access requester, Optional<String> key) {
        var unavailable = new Outcome.Unavailable(form.emergency() ? advice() : null);
        if (key.isPresent() && !ledger.isComplete()) {
            return Mono.just(unavailable); // whether it is a repetition is not known yet
        }
        var request = records.request(id(requester, key), form, requester, clock.instant());
        var entry = Entry.of(request, false);
        var known = ledger.claim(entry).orElse(null);
        if (known != null && !known.digest().equals(entry.digest())) {
            return Mono.just(new Outcome.Conflict(entry.id()));
        }
        return known != null && isSettled(known)
                ? Mono.just(new Outcome.Repeated(known))
                : publish(request, known).defaultIfEmpty(unavailable);
    }

    // What is held or was only a dry run is asked for again; its id makes it one issue all the
    // same.
    private boolean isSettled(Entry known) {
        return known.published() && !ledger.progressOf(known.id()).status().mayBeAskedAgain();
    }

    private static String id(Access requester, Optional<String> key) {
        return key.map(given -> Hash.of(List.of(Long.toString(requester.userId()), given)))
                .orElseGet(() -> UUID.randomUUID().toString().replace("-", ""));
    }

    private Mono<Outcome> publish(WorkRequest request, @Nullable Entry known) {
        return Mono.<Receipt>create(
                        sink -> publisher.publish(() -> records.record(request), sink::success))
                .mapNotNull(receipt -> outcome(receipt, Entry.of(request, true), known))
                .doOnError(failure -> ledger.disclaim(request.getId()))
                .doOnCancel(() -> ledger.disclaim(request.getId()));
    }

    private @Nullable Outcome outcome(Receipt receipt, Entry entry, @Nullable Entry known) {
        if (receipt != Receipt.ACKNOWLEDGED) {
            ledger.disclaim(entry.id());
            return null;
        }
        var counts = ledger.published(entry);
        if (!counts.digest().equals(entry.digest())) {
            return new Outcome.Conflict(entry.id()); // another instance was first
        }
        return known == null ? new Outcome.Accepted(entry) : new Outcome.Repeated(known);
    }

    @Override
    public void close() {
        workers.dispose();
    }
}
