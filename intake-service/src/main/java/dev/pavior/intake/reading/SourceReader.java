package dev.pavior.intake.reading;

import dev.pavior.contract.v1.ReadState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything that is read of one GitLab, as long as this instance owns reading. */
final class SourceReader {

    private final Desk desk;
    private final Catalog catalog;
    private final Supplier<KnownItems> scan;
    private final Pulse pulse;
    private final Map<String, Reconcile> reconciles = new HashMap<>();
    private final Jobs jobs;
    private volatile @Nullable Site site;
    private Instant cataloged = Instant.EPOCH;

    SourceReader(Desk desk, Catalog catalog, Supplier<KnownItems> scan, Pulse pulse) {
        this.desk = desk;
        this.catalog = catalog;
        this.scan = scan;
        this.pulse = pulse;
        this.jobs = new Jobs(desk.source());
    }

    /** What is known of the place itself: what it can do, where to read and how. */
    private record Site(Abilities abilities, Places places, List<Sort> sorts, List<Epics> epics) {}

    void start() {
        jobs.start("poll", this::poll);
        jobs.start("sweep", this::sweep);
        jobs.start("history", this::history);
    }

    void stop() {
        jobs.stop();
    }

    /** What keeps jobs from going on, by job. */
    Map<String, String> troubles() {
        return jobs.troubles();
    }

    private Duration poll() {
        var now = desk.now();
        if (site == null || cataloged.plus(desk.settings().catalogInterval()).isBefore(now)) {
            site = site(site == null ? Abilities.of(desk.gitLab()) : site.abilities());
            cataloged = now;
        }
        var here = Objects.requireNonNull(site);
        for (var place : here.places().polled()) {
            here.sorts().forEach(sort -> reconcile(place, sort).run());
        }
        here.epics().forEach(Epics::poll);
        desk.tellBudget();
        return desk.settings().pollInterval();
    }

    private Site site(Abilities abilities) {
        var places = catalog.read(abilities);
        var before = site;
        // The sorts look their places up anew, and what was published they should remember.
        var sorts =
                before == null
                        ? List.<Sort>of(
                                new Issues(new IssueDetails(desk.gitLab(), abilities)),
                                new MergeRequests(desk, this::places))
                        : before.sorts();
        var epics =
                before != null && before.places().groups().equals(places.groups())
                        ? before.epics()
                        : places.groups().stream()
                                .map(group -> new Epics(desk, group, abilities))
                                .toList();
        return new Site(abilities, places, sorts, epics);
    }

    private Places places() {
        var here = site;
        return here == null ? Places.of(List.of(), List.of(), List.of(), List.of()) : here.places();
    }

    private Reconcile reconcile(Place place, Sort sort) {
        return reconciles.computeIfAbsent(
                sort.word() + " of " + place, scope -> new Reconcile(desk, place, sort));
    }

    private Duration sweep() {
        var here = site;
        if (here != null) {
            var plan = SweepPlan.of(desk, jobs.since());
            plan.next().ifPresent(turn -> sweep(here, turn));
        }
        return Duration.ofSeconds(1);
    }

    private void sweep(Site here, SweepPlan.Turn turn) {
        var sweep = new Sweep(desk, here.sorts(), scan);
        SweepPlan.keep(desk, turn, ReadState.RUNNING);
        if (turn.confirms() == null) {
            sweep.run(here.places(), here.epics(), turn.begun());
        } else {
            sweep.confirm(here.places(), here.epics(), turn.begun(), turn.confirms());
        }
        SweepPlan.keep(desk, turn, ReadState.DONE);
    }

    private Duration history() {
        var here = site;
        if (here != null) {
            var history = new History(desk, here.sorts(), pulse);
            HistoryTurn.next(desk).ifPresent(turn -> history.run(here.places(), turn));
        }
        return Duration.ofSeconds(1);
    }
}
