package dev.pavior.sandbox.hooks;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends deliveries in the background, those of one item in order, and never again. */
public final class Dispatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final int LANES = 4;

    private final Courier courier;
    private final DeliveryLog log;
    private final List<ExecutorService> lanes;

    public Dispatcher(Courier courier, DeliveryLog log) {
        this.courier = courier;
        this.log = log;
        this.lanes = IntStream.range(0, LANES).mapToObj(Dispatcher::lane).toList();
    }

    public void send(Delivery delivery) {
        lanes.get(Math.floorMod(delivery.lane().hashCode(), LANES)).execute(() -> carry(delivery));
    }

    private void carry(Delivery delivery) {
        try {
            var outcome = courier.carry(delivery);
            log.record(delivery, outcome);
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
        lanes.forEach(ExecutorService::shutdownNow);
    }

    private static ExecutorService lane(int number) {
        return Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("hooks-" + number).factory());
    }
}
