package dev.pavior.intake.requests;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.RegistryOutage;
import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.CatalogEntry;
import dev.pavior.contract.v1.CatalogKind;
import dev.pavior.contract.v1.EditOutcome;
import dev.pavior.contract.v1.EditResult;
import dev.pavior.contract.v1.WorkRequest;
import dev.pavior.intake.requests.Progress.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the ledger up to date from the topics, on a thread of its own. */
public final class LedgerFeed implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LedgerFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final List<Topic> SOURCES =
            List.of(Topics.REQUESTS, Topics.EDIT_RESULTS, Topics.CATALOG);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final AvroSerdes serdes;
    private final Ledger ledger;
    private volatile @Nullable Thread thread;

    public LedgerFeed(
            Supplier<Consumer<String, byte[]>> consumers, AvroSerdes serdes, Ledger ledger) {
        this.consumers = consumers;
        this.serdes = serdes;
        this.ledger = ledger;
    }

    /** Begins to read. */
    public void start() {
        thread = Thread.ofPlatform().daemon().name("request-ledger").start(this::run);
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            try (var consumer = consumers.get()) {
                follow(consumer);
            } catch (RuntimeException e) {
                log.atWarn()
                        .addKeyValue("failure", e.getClass().getSimpleName())
                        .log("The requests cannot be read; trying again");
                pause();
            }
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        var partitions =
                SOURCES.stream()
                        .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        var ends = consumer.endOffsets(partitions);
        seek(consumer, ends);
        while (thread == Thread.currentThread()) {
            if (partitions.stream().allMatch(p -> consumer.position(p) >= end(ends, p))) {
                ledger.complete();
            }
            consumer.poll(POLL).forEach(this::take);
        }
    }

    private void seek(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        var oldest = ledger.oldest().toEpochMilli();
        var times = ends.keySet().stream().collect(Collectors.toMap(p -> p, p -> oldest));
        consumer.offsetsForTimes(times)
                .forEach((p, at) -> consumer.seek(p, at == null ? end(ends, p) : at.offset()));
        // What was told of a project long ago is still so.
        consumer.seekToBeginning(
                ends.keySet().stream().filter(p -> isOf(Topics.CATALOG, p.topic())).toList());
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    private static boolean isOf(Topic topic, String name) {
        return topic.name().equals(name);
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (isOf(Topics.CATALOG, record.topic())) {
            takeProject(record);
        } else if (isOf(Topics.REQUESTS, record.topic())) {
            this.<WorkRequest>decoded(Topics.REQUESTS, record)
                    .map(request -> Entry.of(request, true))
                    .forEach(ledger::add);
        } else {
            this.<EditResult>decoded(Topics.EDIT_RESULTS, record)
                    .filter(result -> result.getRequestId() != null)
                    .forEach(result -> ledger.add(id(result), progress(result)));
        }
    }

    // By its key first: most of the catalogue is labels and people.
    private void takeProject(ConsumerRecord<String, byte[]> record) {
        if (record.key().contains("/project/")) {
            this.<CatalogEntry>decoded(Topics.CATALOG, record)
                    .filter(entry -> entry.getKind() == CatalogKind.PROJECT)
                    .filter(entry -> entry.getEntryId() != null && entry.getFullPath() != null)
                    .forEach(
                            entry ->
                                    ledger.learnPath(
                                            entry.getHost(),
                                            entry.getEntryId(),
                                            entry.getFullPath()));
        }
    }

    private static String id(EditResult result) {
        return String.valueOf(result.getRequestId());
    }

    // What cannot be read is no request that anybody could follow; who must act on it parks it.
    private <T extends SpecificRecord> Stream<T> decoded(
            Topic topic, ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return Stream.empty();
        }
        try {
            Function<byte[], T> decoder =
                    bytes -> serdes.<T>of(topic).deserializer().deserialize(topic.name(), bytes);
            return Stream.of(decoder.apply(record.value()));
        } catch (RuntimeException e) {
            if (RegistryOutage.isBehind(e)) {
                throw e;
            }
            return Stream.empty();
        }
    }

    private static Progress progress(EditResult result) {
        return new Progress(
                status(result.getOutcome()),
                result.getReferredTo(),
                result.getReason(),
                result.getCreatedItem(),
                result.getAt());
    }

    private static Status status(EditOutcome outcome) {
        return switch (outcome) {
            case APPLIED -> Status.CREATED;
            case REFUSED -> Status.REFUSED;
            case REDIRECTED -> Status.REDIRECTED;
            case DRY_RUN -> Status.DRY_RUN;
            case HELD, SUPERSEDED -> Status.HELD;
            case ROUTED, UNKNOWN -> Status.ROUTED;
        };
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the poll at hand end; interrupted, the consumer would not close in order. */
    @Override
    public void close() {
        var running = thread;
        thread = null;
        if (running != null) {
            join(running);
        }
    }

    private static void join(Thread running) {
        try {
            running.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
