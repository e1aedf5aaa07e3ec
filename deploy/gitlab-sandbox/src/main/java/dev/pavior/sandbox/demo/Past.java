package dev.pavior.sandbox.demo;

import dev.pavior.sandbox.domain.Deed;
import dev.pavior.sandbox.domain.Fields;
import dev.pavior.sandbox.domain.Home;
import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.MergeRequest;
import dev.pavior.sandbox.domain.Milestone;
import dev.pavior.sandbox.domain.Office;
import dev.pavior.sandbox.domain.Project;
import dev.pavior.sandbox.domain.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;

/** Makes a long past in a moment, of which no hook tells. */
public final class Past {

    private static final int AT_ONCE = 100;
    private static final Duration LENGTH = Duration.ofDays(365);

    /** How many items the past has, and how many edits each had. */
    public record Extent(int issues, int mergeRequests, int events, long seed) {}

    private final World world;
    private final Office office;
    private final Dice dice;
    private final Whim whim;
    private final Extent extent;
    private final Instant begin;

    private Past(World world, Extent extent, Instant now) {
        this.world = world;
        this.office = Office.of(world, happening -> {});
        this.dice = new Dice(extent.seed());
        this.whim = new Whim(office, dice);
        this.extent = extent;
        this.begin = now.minus(LENGTH);
    }

    /** Others have their turns between the parts of it. */
    public static void make(World world, Extent extent, Instant now) {
        new Past(world, extent, now).make();
    }

    private void make() {
        world.inTurn(this::planned);
        each(extent.issues(), this::issue);
        each(extent.mergeRequests(), this::request);
    }

    /** Milestones for those groups that have none. */
    private boolean planned() {
        for (var group : List.copyOf(world.groups.all())) {
            var home = Home.group(group.id());
            boolean none = world.milestones.stream().noneMatch(m -> m.home().equals(home));
            for (int number = 1; none && number <= 4; number++) {
                world.milestones.put(
                        new Milestone(
                                world.milestones.nextId(),
                                number,
                                home,
                                "past " + number,
                                "",
                                number > 2,
                                null,
                                null,
                                begin,
                                begin));
            }
        }
        return true;
    }

    private void each(int count, IntFunction<Item> open) {
        for (int from = 0; from < count; from += AT_ONCE) {
            int first = from;
            int last = Math.min(count, from + AT_ONCE);
            world.inTurn(
                    () -> {
                        for (int number = first; number < last; number++) {
                            lived(open.apply(number));
                        }
                        return true;
                    });
        }
    }

    private Item issue(int number) {
        var fields =
                Fields.of(
                        "title",
                        Vocabulary.productTitle(dice) + " " + number,
                        "description",
                        Vocabulary.description(false),
                        "confidential",
                        dice.inHundred(20),
                        "labels",
                        Vocabulary.CANDIDATE);
        return office.issues().open(project(), fields, deed(openedAt(number, extent.issues())));
    }

    private Item request(int number) {
        var fields =
                Fields.of(
                        "title",
                        Vocabulary.productTitle(dice) + " " + number,
                        "description",
                        "Closes #" + dice.between(1, Math.max(1, extent.issues())),
                        "source_branch",
                        "past-" + extent.seed() + "-" + number,
                        "target_branch",
                        "main");
        return office.mergeRequests()
                .open(project(), fields, deed(openedAt(number, extent.mergeRequests())));
    }

    private Instant openedAt(int number, int count) {
        return begin.plus(LENGTH.multipliedBy(number).dividedBy(2L * Math.max(1, count)));
    }

    private void lived(Item item) {
        var at = item.createdAt();
        var now = item;
        for (int event = 0; event < extent.events(); event++) {
            at = at.plusSeconds(dice.between(60, 86_400));
            now = edited(now, deed(at));
        }
        if (now instanceof MergeRequest request && mergeable(request) && dice.inHundred(60)) {
            office.mergeRequests().merge(request, Fields.of(), deed(at.plusSeconds(60)));
        }
    }

    private Item edited(Item item, Deed deed) {
        return switch (item) {
            case Issue issue -> office.issues().update(issue, whim.edit(issue), deed);
            case MergeRequest request ->
                    office.mergeRequests().update(request, whim.edit(request), deed);
            default -> item;
        };
    }

    private static boolean mergeable(MergeRequest request) {
        return request.mergeStatus().equals("mergeable");
    }

    private Project project() {
        return dice.one(List.copyOf(world.projects.all()));
    }

    private Deed deed(Instant at) {
        return new Deed(world.users.get(Seed.personId(dice.one(Vocabulary.ENGINEERS))), at);
    }
}
