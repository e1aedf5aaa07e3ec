package dev.pavior.sandbox.hooks;

import dev.pavior.sandbox.faults.Faults;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends deliveries in the background, those of one item in order, and never again. */
public final class Dispatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int LANES = 16;

    private final Courier courier;
    private final DeliveryLog log;
    private final HookHealth health;
    private final Faults faults;
    private final List<ExecutorService> lanes;
    private final ExecutorService late = Executors.newVirtualThreadPerTaskExecutor();

    public Dispatcher(Courier courier, DeliveryLog log, HookHealth health, Faults faults) {
        this.courier = courier;
        this.log = log;
        this.health = health;
        this.faults = faults;
        this.lanes = IntStream.range(0, LANES).mapToObj(Dispatcher::lane).toList();
    }

    /** Sends a delivery unless its hook is switched off or it is to be lost on the way. */
    public void send(Delivery delivery) {
        if (!health.executable(delivery.hook())) {
            faults.count("hook_disabled");
            return;
        }
        for (Duration pause : faults.ofDelivery()) {
            if (pause.isZero()) {
                enqueue(delivery);
            } else {
                late.execute(() -> wait(delivery, pause));
            }
        }
    }

    /** Sends at once, whatever the state of the hook: what a person asked for. */
    public Outcome sendNow(Delivery delivery) throws InterruptedException {
        var outcome = courier.carry(delivery);
        log.record(delivery, outcome);
        health.note(delivery.hook(), outcome.received());
        return outcome;
    }

    private void enqueue(Delivery delivery) {
        lanes.get(Math.floorMod(delivery.lane().hashCode(), LANES)).execute(() -> carry(delivery));
    }

    private void wait(Delivery delivery, Duration pause) {
        try {
            Thread.sleep(pause);
            enqueue(delivery);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void carry(Delivery delivery) {
        try {
            var outcome = sendNow(delivery);
            if (!outcome.received()) {
                LOG.atWarn()
                        .addKeyValue("event", delivery.event())
                        .addKeyValue("status", outcome.status())
                        .log("hook not received");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        late.shutdownNow();
        lanes.forEach(ExecutorService::shutdownNow);
    }

    private static ExecutorService lane(int number) {
        return Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("hooks-" + number).factory());
    }
}
