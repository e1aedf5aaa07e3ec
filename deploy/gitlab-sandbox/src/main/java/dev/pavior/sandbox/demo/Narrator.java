package dev.pavior.sandbox.demo;

import dev.pavior.sandbox.domain.Happening;
import dev.pavior.sandbox.domain.Hook;
import dev.pavior.sandbox.domain.Ledger;
import dev.pavior.sandbox.domain.Office;
import dev.pavior.sandbox.domain.Played;
import dev.pavior.sandbox.domain.World;
import dev.pavior.sandbox.hooks.Courier;
import dev.pavior.sandbox.hooks.Delivery;
import dev.pavior.sandbox.hooks.DeliveryLog;
import dev.pavior.sandbox.hooks.HookBodies;
import dev.pavior.sandbox.hooks.HookDesk;
import dev.pavior.sandbox.shape.Links;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the history of a world to a receiver: each delivery until it is received, and then never
 * again. The history is played once more beside the world, so that nothing of it has to be kept but
 * which deliveries were received.
 */
public final class Narrator {

    private static final Logger LOG = LoggerFactory.getLogger(Narrator.class);
    private static final int LANES = 8;
    private static final int UNDERWAY = 64;
    private static final int FIRST_PAUSE_MILLIS = 250;
    private static final int LONGEST_PAUSE_MILLIS = 3_000;

    private final World world;
    private final Courier courier;
    private final DeliveryLog log;
    private final Links links;
    private final JsonMapper json;
    private final Semaphore underway = new Semaphore(UNDERWAY);
    private long next;

    public Narrator(World world, Courier courier, DeliveryLog log, Links links, JsonMapper json) {
        this.world = world;
        this.courier = courier;
        this.log = log;
        this.links = links;
        this.json = json;
    }

    /** Returns when all of it was received. */
    public void tell(Hook hook) throws InterruptedException {
        var lanes = IntStream.range(0, LANES).mapToObj(lane -> lane()).toList();
        try {
            play(hook, lanes);
            underway.acquire(UNDERWAY);
            LOG.atInfo().addKeyValue("deliveries", next).log("history told");
        } finally {
            lanes.forEach(ExecutorService::shutdownNow);
        }
    }

    private void play(Hook hook, List<ExecutorService> lanes) {
        var born = world.users.get(1).createdAt();
        var shadow = new World(Ledger.NONE);
        var desk = new HookDesk(shadow, new HookBodies(shadow, links.in(shadow)), json);
        History.play(born, shadow, Office.of(shadow, told -> hand(told, hook, desk, born, lanes)));
    }

    private void hand(
            Happening told, Hook hook, HookDesk desk, Instant born, List<ExecutorService> lanes) {
        long number = next++;
        if (world.played.find(number).isEmpty()) {
            desk.deliveries(
                    told,
                    Stream.of(hook),
                    () -> id(born, number),
                    delivery -> enqueue(delivery, number, lanes));
        }
    }

    private void enqueue(Delivery delivery, long number, List<ExecutorService> lanes) {
        try {
            underway.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the history is told on at the next start");
        }
        lanes.get(Math.floorMod(delivery.lane().hashCode(), LANES))
                .execute(() -> insist(delivery, number));
    }

    /** The receiver may not be up yet, or be away for a while. */
    private void insist(Delivery delivery, long number) {
        try {
            int pause = FIRST_PAUSE_MILLIS;
            while (!received(delivery)) {
                Thread.sleep(pause);
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            }
            world.inTurn(() -> world.played.put(new Played(number)));
            underway.release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean received(Delivery delivery) throws InterruptedException {
        var outcome = courier.carry(delivery);
        log.record(delivery, outcome);
        return outcome.received();
    }

    /** The same for the same delivery, so that one sent twice is known as such. */
    private static String id(Instant born, long number) {
        String name = "history/" + born + "/" + number;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static ExecutorService lane() {
        return Executors.newSingleThreadExecutor(Thread.ofVirtual().name("history-", 0).factory());
    }
}
