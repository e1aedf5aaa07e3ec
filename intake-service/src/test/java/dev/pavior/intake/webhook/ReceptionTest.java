package dev.pavior.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.intake.publish.PublishSettings;
import dev.pavior.intake.publish.Publisher;
import dev.pavior.intake.webhook.Outcome.Ignored;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.NonBlocking;
import reactor.core.scheduler.Schedulers;

class ReceptionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Source ONE = new Source("one", "one.example", "first", "", "", "");
    private static final Source TWO = new Source("two", "two.example", "second", "", "", "");

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Balance balance = new Balance(registry);

    /** The thread that is about to send: a record is written where it is sent, right before. */
    private final CompletableFuture<Thread> sending = new CompletableFuture<>();

    private final Publisher publisher =
            new Publisher("test", kafka(), publish(), () -> true, registry, Clock.systemUTC());
    private final Records records = new Records((topic, value) -> written(value));
    private final Reception reception = reception(records);

    @AfterEach
    void stop() {
        reception.close();
        publisher.close();
    }

    @Test
    void sendsFromAThreadThatMayWait() throws Exception {
        // Given
        var visit = new Visit(balance);
        var eventLoop = Schedulers.newParallel("event-loop", 1);
        var calling = new CompletableFuture<Thread>();

        // When
        eventLoop.schedule(
                () -> {
                    calling.complete(Thread.currentThread());
                    reception.offer(fromOne("https://one.example"), visit);
                });

        // Then
        assertThat(calling.get()).isInstanceOf(NonBlocking.class);
        assertThat(sending.get()).isNotInstanceOf(NonBlocking.class).isNotSameAs(calling.get());
        assertThat(visit.outcome().block(PATIENCE)).isInstanceOf(Outcome.Unavailable.class);
        eventLoop.dispose();
    }

    @Test
    void ignoresWhatASourceSaysOfAnotherInstance() {
        // Given
        var visit = new Visit(balance);

        // When
        reception.offer(fromOne("https://two.example"), visit);

        // Then
        var outcome = visit.outcome().block(PATIENCE);
        assertThat(outcome).isEqualTo(new Ignored("foreign-instance"));
        assertThat(outcome.status()).isEqualTo(200);
        assertThat(sending).isNotDone();
        assertThat(
                        registry.get("pavior.intake.deliveries")
                                .tags("source", "one", "reason", "foreign-instance")
                                .counter()
                                .count())
                .isEqualTo(1);
    }

    @Test
    void parksWhatCanNeverBeWritten() {
        // When: with a broker that is away, parking is what fails for it
        var outcome = outcomeOfFailing(new AvroRuntimeException("overflow"));

        // Then
        assertThat(outcome).isEqualTo(new Outcome.Unavailable("broker"));
    }

    @Test
    void parksNothingWhileTheRegistryIsAway() {
        // When
        var outcome = outcomeOfFailing(new UncheckedIOException(new ConnectException("refused")));

        // Then
        assertThat(outcome).isEqualTo(new Outcome.Unavailable("failure"));
    }

    private Outcome outcomeOfFailing(RuntimeException failure) {
        var failing =
                new Records(
                        (topic, value) -> {
                            throw failure;
                        });
        try (var reception = reception(failing)) {
            var visit = new Visit(balance);
            reception.offer(fromOne("https://one.example"), visit);
            return visit.outcome().block(PATIENCE);
        }
    }

    private Reception reception(Records records) {
        var sources = new Sources(List.of(ONE, TWO));
        return new Reception(
                sources,
                new HostWatch(Map.of(), sources, registry),
                List.of(),
                records,
                publisher,
                key -> null,
                balance,
                Clock.systemUTC());
    }

    private byte[] written(SpecificRecord value) {
        sending.complete(Thread.currentThread());
        return value.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Delivery fromOne(String instance) {
        return Deliveries.recorded("issue.json")
                .header("X-Gitlab-Token", "first")
                .header("X-Gitlab-Instance", instance)
                .build();
    }

    /** Nobody listens there. */
    private static KafkaSettings kafka() {
        return new KafkaSettings(
                "127.0.0.1:1",
                "http://127.0.0.1:1",
                Path.of("."),
                "0",
                Duration.ofMillis(25),
                Map.of());
    }

    private static PublishSettings publish() {
        return new PublishSettings(
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                Duration.ofMillis(200),
                Duration.ofSeconds(1));
    }
}
