package dev.pavior.chassis.kafka;

import dev.pavior.chassis.kafka.TopicCheck.Outcome;
import dev.pavior.contract.Service;
import dev.pavior.contract.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Holds work on Kafka back until topics and schemas are as they must be, and says so as health.
 *
 * <p>A broker that is away is waited for; a wrong partition count is never worked with.
 */
public final class KafkaGate implements SmartLifecycle, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(KafkaGate.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final TopicCheck check;
    private final Service service;
    private final SchemaWarmUp warmUp;
    private final List<Gated> gated;
    private final ApplicationContext context;
    private final AtomicReference<String> waitingFor = new AtomicReference<>("not started");
    private volatile @Nullable Thread thread;

    KafkaGate(
            Admin admin,
            Service service,
            AvroSerdes serdes,
            List<Gated> gated,
            ApplicationContext context) {
        this.check = new TopicCheck(admin, service);
        this.service = service;
        this.warmUp = new SchemaWarmUp(serdes);
        this.gated = List.copyOf(gated);
        this.context = context;
    }

    /** Work that begins when the gate opens. */
    @FunctionalInterface
    public interface Gated {
        void begin();
    }

    /** Whether topics and schemas are right and the work has begun. */
    public boolean isOpen() {
        return waitingFor.get().isEmpty();
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("kafka-gate").start(this::open);
    }

    private void open() {
        try {
            while (!isReady()) {
                Thread.sleep(PAUSE);
            }
            gated.forEach(Gated::begin);
            waitingFor.set("");
            log.info("Topics and schemas are as they must be: working");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            refuse(String.valueOf(e.getMessage()), e);
        }
    }

    private boolean isReady() throws InterruptedException {
        return switch (check.run()) {
            case Outcome.Right() -> isWarm();
            case Outcome.NotYet(String reason) -> waitFor(reason);
            case Outcome.Wrong(List<String> problems) ->
                    throw new IllegalStateException(String.join("; ", problems));
        };
    }

    private boolean isWarm() {
        try {
            Topics.of(service).forEach(warmUp::warm);
            return true;
        } catch (RuntimeException e) {
            return waitFor("the schema registry does not answer as it should: " + e.getMessage());
        }
    }

    private boolean waitFor(String reason) {
        if (!reason.equals(waitingFor.getAndSet(reason))) {
            log.warn("Waiting: {}", reason);
        }
        return false;
    }

    private void refuse(String reason, Exception cause) {
        waitingFor.set(reason);
        log.error("Refusing to work: {}", reason, cause);
        AvailabilityChangeEvent.publish(context, LivenessState.BROKEN);
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Early to start and late to stop: web and listeners come after. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 100;
    }

    @Override
    public Health health() {
        var reason = waitingFor.get();
        return reason.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("waiting", reason).build();
    }
}
