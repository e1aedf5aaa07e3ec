package dev.pavior.sandbox.demo;

import dev.pavior.sandbox.domain.Deed;
import dev.pavior.sandbox.domain.Fields;
import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.MergeRequest;
import dev.pavior.sandbox.domain.Office;
import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.domain.Tally;
import dev.pavior.sandbox.domain.World;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Changes random items as often as asked, each time for real and with hooks. */
public final class Unrest implements AutoCloseable {

    /** How many changes, by which dice, and how many in a second; 0 is as fast as it goes. */
    public record Plan(int count, long seed, int perSecond, Upheaval.Weights upheaval) {}

    private final Office office;
    private final World world;
    private final Tally tally;
    private final Clock clock;
    private volatile Plan plan = new Plan(0, 0, 0, Upheaval.Weights.NONE);
    private volatile int done;
    private volatile @Nullable Thread thread;

    public Unrest(Office office, Tally tally, Clock clock) {
        this.office = office;
        this.world = office.world();
        this.tally = tally;
        this.clock = clock;
    }

    /** Starts, and counts what happens to each item from here on. */
    public synchronized void start(Plan wanted) {
        if (running()) {
            throw Refusal.message(409, "changes are still being made");
        }
        plan = wanted;
        done = 0;
        tally.clear();
        thread = Thread.ofVirtual().name("unrest").start(() -> run(wanted));
    }

    public boolean running() {
        var now = thread;
        return now != null && now.isAlive();
    }

    public Plan plan() {
        return plan;
    }

    public int done() {
        return done;
    }

    private void run(Plan wanted) {
        var dice = new Dice(wanted.seed());
        long begin = System.nanoTime();
        try {
            for (int number = 0; number < wanted.count(); number++) {
                pace(begin, number, wanted.perSecond());
                while (!world.inTurn(() -> changed(dice))) {
                    Thread.onSpinWait();
                }
                done = number + 1;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pace(long begin, int number, int perSecond) throws InterruptedException {
        if (perSecond > 0) {
            long due = begin + TimeUnit.SECONDS.toNanos(1) * number / perSecond;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
        } else if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Whether anything changed; not every thought does. */
    private boolean changed(Dice dice) {
        long before = tally.total();
        try {
            change(dice);
        } catch (Refusal refusal) {
            return false;
        }
        return tally.total() > before;
    }

    private void change(Dice dice) {
        var deed = deed(dice);
        var item = item(dice);
        if (item == null || dice.inHundred(3)) {
            var project = dice.one(List.copyOf(world.projects.all()));
            var fields = Fields.of("title", Vocabulary.productTitle(dice), "labels", "bug");
            office.issues().open(project, fields, deed);
        } else if (dice.inHundred(10)) {
            office.notes().write(item, Fields.of("body", "Any news here?"), deed);
        } else if (!new Upheaval(office, tally, plan.upheaval(), dice).strikes(item, deed)) {
            edit(item, dice, deed);
        }
    }

    private void edit(Item item, Dice dice, Deed deed) {
        var whim = new Whim(office, dice);
        switch (item) {
            case Issue issue -> office.issues().update(issue, whim.edit(issue), deed);
            case MergeRequest request when dice.inHundred(15) ->
                    office.mergeRequests().merge(request, Fields.of(), deed);
            case MergeRequest request ->
                    office.mergeRequests().update(request, whim.edit(request), deed);
            default -> throw Refusal.noSuchObject();
        }
    }

    private @Nullable Item item(Dice dice) {
        boolean request = dice.inHundred(25) && !world.mergeRequests.isEmpty();
        return request
                ? world.mergeRequests.near(dice.between(1, (int) world.mergeRequests.nextId()))
                : world.issues.near(dice.between(1, (int) world.issues.nextId()));
    }

    private Deed deed(Dice dice) {
        var user = world.users.get(Seed.personId(dice.one(Vocabulary.ENGINEERS)));
        return new Deed(user, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    @Override
    public void close() {
        var now = thread;
        if (now != null) {
            now.interrupt();
        }
    }
}
