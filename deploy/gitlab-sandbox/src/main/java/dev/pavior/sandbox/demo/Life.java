package dev.pavior.sandbox.demo;

import dev.pavior.sandbox.domain.Deed;
import dev.pavior.sandbox.domain.Fields;
import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.Label;
import dev.pavior.sandbox.domain.MergeRequest;
import dev.pavior.sandbox.domain.Office;
import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.domain.World;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets the team go on working: now and then somebody opens, moves, labels or merges something. */
public final class Life {

    private static final Map<String, String> NEXT =
            Map.of(
                    "workflow::validation backlog", "workflow::ready for development",
                    "workflow::ready for development", "workflow::in dev",
                    "workflow::in dev", "workflow::in review",
                    "workflow::blocked", "workflow::in dev");

    private final Office office;
    private final World world;
    private final Clock clock;
    private final Dice dice;

    public Life(Office office, Clock clock, long seed) {
        this.office = office;
        this.world = office.world();
        this.clock = clock;
        this.dice = new Dice(seed);
    }

    /** One thing happens, if there is anything to do. */
    public void live() {
        world.inTurn(
                () -> {
                    lived(dice.between(1, 100));
                    return true;
                });
    }

    private void lived(int lot) {
        if (lot <= 25) {
            open();
        } else if (lot <= 55) {
            move();
        } else if (lot <= 70) {
            label();
        } else if (lot <= 82) {
            request();
        } else if (lot <= 93) {
            merge();
        } else {
            say();
        }
    }

    private void open() {
        long project = dice.one(List.copyOf(world.projects.all())).id();
        boolean ofTeam = project == History.TEAM_PROJECT;
        String title = ofTeam ? Vocabulary.teamTitle(dice) : Vocabulary.productTitle(dice);
        var fields =
                Fields.of(
                        "title",
                        title,
                        "description",
                        Vocabulary.description(false),
                        "labels",
                        dice.inHundred(70) ? Vocabulary.CANDIDATE : "",
                        "confidential",
                        dice.inHundred(10));
        office.issues().open(world.projects.get(project), fields, by(Vocabulary.PRODUCT));
    }

    private void move() {
        any(openIssues().filter(issue -> next(issue).isPresent()))
                .ifPresent(issue -> next(issue).ifPresent(to -> edit(issue, "add_labels", to)));
    }

    private void label() {
        any(openIssues().filter(issue -> scoped(issue, "ProdSecEngMetric").isEmpty()))
                .ifPresent(issue -> edit(issue, "add_labels", metric()));
    }

    private void request() {
        any(openIssues().filter(issue -> titled(issue, "workflow::in dev")))
                .ifPresent(this::requestFor);
    }

    private void requestFor(Issue issue) {
        var fields =
                Fields.of(
                        "title",
                        issue.title(),
                        "description",
                        "Closes #" + issue.iid(),
                        "source_branch",
                        issue.iid() + "-" + clock.millis(),
                        "target_branch",
                        "main",
                        "labels",
                        dice.inHundred(75) ? metric() : "");
        office.mergeRequests().open(world.projectOf(issue), fields, by(engineer()));
        edit(issue, "add_labels", "workflow::in review");
    }

    private void merge() {
        any(world.mergeRequests.stream().filter(r -> r.mergeStatus().equals("mergeable")))
                .ifPresent(r -> office.mergeRequests().merge(r, Fields.of(), by(engineer())));
    }

    private void say() {
        Stream<Item> items = Stream.concat(openIssues(), openRequests());
        any(items)
                .ifPresent(
                        i ->
                                office.notes()
                                        .write(
                                                i,
                                                Fields.of("body", "Any news here?"),
                                                by(engineer())));
    }

    private Stream<Issue> openIssues() {
        return world.issues.stream().filter(issue -> issue.core().standing().open());
    }

    private Stream<MergeRequest> openRequests() {
        return world.mergeRequests.stream().filter(r -> r.core().standing().open());
    }

    private Optional<String> next(Issue issue) {
        return scoped(issue, "workflow").map(Label::title).map(NEXT::get);
    }

    private Optional<Label> scoped(Issue issue, String scope) {
        return office.labels().of(issue).stream()
                .filter(label -> label.scope().filter(scope::equals).isPresent())
                .findFirst();
    }

    private boolean titled(Issue issue, String title) {
        return office.labels().of(issue).stream().anyMatch(label -> label.title().equals(title));
    }

    private void edit(Issue issue, Object... fields) {
        office.issues().update(issue, Fields.of(fields), by(engineer()));
    }

    private String metric() {
        return Vocabulary.METRIC + dice.one(Vocabulary.PRODUCT_METRICS);
    }

    private String engineer() {
        return dice.one(Vocabulary.ENGINEERS);
    }

    private Deed by(String username) {
        var user = world.userNamed(username).orElseThrow(Refusal::noSuchObject);
        return new Deed(user, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private <T> Optional<T> any(Stream<T> of) {
        var all = of.toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(dice.one(all));
    }
}
