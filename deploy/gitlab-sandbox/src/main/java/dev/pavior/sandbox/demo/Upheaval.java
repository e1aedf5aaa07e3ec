package dev.pavior.sandbox.demo;

import dev.pavior.sandbox.domain.Deed;
import dev.pavior.sandbox.domain.Fields;
import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.IssueLink;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.MergeRequest;
import dev.pavior.sandbox.domain.Office;
import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.domain.Tally;
import dev.pavior.sandbox.domain.World;
import java.util.List;

/** Now and then deletes, moves or links an item, or has a merge request close an issue. */
public final class Upheaval {

    /**
     * How often, of a thousand changes each.
     *
     * @param closes merge requests that say they close an issue
     */
    public record Weights(int deletes, int moves, int links, int closes) {

        public static final Weights NONE = new Weights(0, 0, 0, 0);
    }

    private final Office office;
    private final World world;
    private final Tally tally;
    private final Weights weights;
    private final Dice dice;

    Upheaval(Office office, Tally tally, Weights weights, Dice dice) {
        this.office = office;
        this.world = office.world();
        this.tally = tally;
        this.weights = weights;
        this.dice = dice;
    }

    /** Whether it happened. */
    boolean strikes(Item item, Deed deed) {
        if (weights.equals(Weights.NONE)) {
            return false;
        }
        int moved = weights.deletes() + weights.moves();
        int linked = moved + weights.links();
        int lot = dice.between(1, 1_000);
        if (lot <= weights.deletes()) {
            delete(item);
        } else if (lot <= moved) {
            move(item, deed);
        } else if (lot <= linked) {
            link(item, deed);
        } else if (lot <= linked + weights.closes()) {
            close(item, deed);
        } else {
            return false;
        }
        return true;
    }

    /** Those linked to it change as well: they lose a link. */
    private void delete(Item item) {
        if (item instanceof Issue) {
            world.linksByIssue
                    .of(item.id())
                    .values()
                    .forEach(link -> tally.count(world.issues.get(link.other(item.id()))));
        }
        world.remove(item);
        tally.countGone(item);
    }

    private void move(Item item, Deed deed) {
        var others =
                world.projects.stream()
                        .filter(project -> project.id() != item.projectId())
                        .toList();
        if (!(item instanceof Issue issue) || issue.ties().movedTo() != null || others.isEmpty()) {
            throw Refusal.noSuchObject();
        }
        office.issues().move(issue, dice.one(others), deed);
    }

    private void link(Item item, Deed deed) {
        if (!(item instanceof Issue issue)) {
            throw Refusal.noSuchObject();
        }
        var other = issue();
        var type = dice.one(List.of(IssueLink.RELATES, IssueLink.BLOCKS, IssueLink.BLOCKED));
        office.linking().link(issue, other, Fields.of("link_type", type), deed);
        tally.count(issue);
        tally.count(other);
    }

    private void close(Item item, Deed deed) {
        if (!(item instanceof MergeRequest request)) {
            throw Refusal.noSuchObject();
        }
        var issue = issue();
        var words = "Closes " + world.fullPath(world.projectOf(issue)) + "#" + issue.iid();
        office.mergeRequests().update(request, Fields.of("description", words), deed);
    }

    private Issue issue() {
        var issue = world.issues.near(dice.between(1, (int) world.issues.nextId()));
        if (issue == null) {
            throw Refusal.noSuchObject();
        }
        return issue;
    }
}
