package dev.pavior.intake.reading;

import dev.pavior.contract.ItemKey.Container;
import dev.pavior.contract.v1.ReadCursor;
import dev.pavior.contract.v1.ReadJob;
import dev.pavior.contract.v1.ReadState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads every item of every project and group, and what is not there any more it calls gone. */
final class Sweep {

    /** The scope of the cursor that tells of a whole run. */
    static final String ALL = "all";

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final Desk desk;
    private final List<Sort> sorts;
    private final Supplier<KnownItems> scan;

    Sweep(Desk desk, List<Sort> sorts, Supplier<KnownItems> scan) {
        this.desk = desk;
        this.sorts = sorts;
        this.scan = scan;
    }

    /**
     * Sweeps everything but what this run had finished before it was interrupted.
     *
     * @param begun when the run began
     */
    void run(Places places, List<Epics> epics, Instant begun) {
        var known = scan.get();
        var stocks = stocks(places, epics, known);
        stocks.removeIf(stock -> isDone(stock.scope(), begun));
        sweep(stocks, known, begun, desk.settings().mostLost());
    }

    /**
     * Goes on with what was held: however much is gone may be gone.
     *
     * @param which a scope, or all
     */
    void confirm(Places places, List<Epics> epics, Instant begun, String which) {
        var known = scan.get();
        var stocks = stocks(places, epics, known);
        stocks.removeIf(stock -> !which.equals(ALL) && !which.equals(stock.scope()));
        stocks.removeIf(stock -> !isHeld(stock.scope()));
        sweep(stocks, known, begun, 1.0);
    }

    private List<Stock> stocks(Places places, List<Epics> epics, KnownItems known) {
        var stocks = new ArrayList<Stock>();
        var read = places.projects().keySet();
        for (var project : all(read, known.in(Container.PROJECT))) {
            for (var sort : sorts) {
                stocks.add(new ProjectSweep(desk, project, sort, read.contains(project)));
            }
        }
        var readable = new HashMap<Long, Epics>();
        epics.forEach(one -> readable.put(one.groupId(), one));
        for (var group : all(readable.keySet(), known.in(Container.GROUP))) {
            stocks.add(new EpicSweep(desk, group, readable.get(group)));
        }
        return stocks;
    }

    private static Set<Long> all(Collection<Long> some, Collection<Long> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    /** Nothing is called gone before everything is read: only the whole shows a lost right. */
    private void sweep(List<Stock> stocks, KnownItems known, Instant begun, double most) {
        var losing = new LinkedHashMap<String, Finding>();
        for (var stock : stocks) {
            var items = stock.known(known);
            var finding = stock.find(items, loss(items.size(), most));
            if (finding.lost() == 0) {
                keep(stock.scope(), begun, finding);
            } else {
                losing.put(stock.scope(), finding);
            }
        }
        judged(losing, loss(known.size(), most))
                .forEach((scope, finding) -> keep(scope, begun, finding));
    }

    private Loss loss(long known, double most) {
        return new Loss(known, most, desk.settings().fewLost());
    }

    /** All of them are held where together they lose too much. */
    static Map<String, Finding> judged(Map<String, Finding> losing, Loss whole) {
        var lost = losing.values().stream().mapToLong(Finding::lost).sum();
        var judged = new LinkedHashMap<>(losing);
        if (whole.isTooMuch(lost)) {
            judged.replaceAll(
                    (scope, finding) -> finding.held("the whole run " + whole.reason(lost)));
        }
        return judged;
    }

    private boolean isDone(String scope, Instant begun) {
        return desk.cursor(ReadJob.SWEEP, scope)
                .filter(cursor -> !cursor.getStartedAt().isBefore(begun))
                .filter(cursor -> cursor.getState() == ReadState.DONE)
                .isPresent();
    }

    private boolean isHeld(String scope) {
        return desk.cursor(ReadJob.SWEEP, scope)
                .filter(cursor -> cursor.getState() == ReadState.HELD)
                .isPresent();
    }

    private void keep(String scope, Instant begun, Finding finding) {
        var cursor =
                ReadCursor.newBuilder()
                        .setSource(desk.source())
                        .setJob(ReadJob.SWEEP)
                        .setScope(scope)
                        .setStartedAt(begun)
                        .setUpdatedAt(desk.now());
        switch (finding) {
            case Finding.Whole(long read, var gone) -> {
                desk.publish(gone);
                cursor.setRepairedCount((long) gone.size());
                desk.keep(filled(cursor, ReadState.DONE, null, read));
            }
            case Finding.TooMuch(long read, long atLeast, String reason) -> {
                tellHeld(scope, reason);
                desk.keep(filled(cursor, ReadState.HELD, reason, read));
            }
            case Finding.Unreadable u ->
                    desk.keep(filled(cursor, ReadState.FAILED, "GitLab does not show the list", 0));
            case Finding.Foreign f -> {}
        }
    }

    private void tellHeld(String scope, String reason) {
        log.atError()
                .addKeyValue("source", desk.source())
                .addKeyValue("scope", scope)
                .log("The sweep holds and asks for an operator: {}", reason);
    }

    private static ReadCursor.Builder filled(
            ReadCursor.Builder cursor, ReadState state, @Nullable String reason, long read) {
        return cursor.setState(state).setReason(reason).setDoneCount(read);
    }
}
