package dev.pavior.sandbox.demo;

import dev.pavior.sandbox.domain.Fields;
import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.Label;
import dev.pavior.sandbox.domain.Milestone;
import dev.pavior.sandbox.domain.Office;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Thinks of some edit of an item that changes something. */
final class Whim {

    private static final List<String> HEALTH = List.of("on_track", "needs_attention", "at_risk");

    private final Office office;
    private final Dice dice;

    Whim(Office office, Dice dice) {
        this.office = office;
        this.dice = dice;
    }

    Fields edit(Item item) {
        return item instanceof Issue issue && dice.inHundred(40) ? ofIssue(issue) : ofAny(item);
    }

    private Fields ofAny(Item item) {
        return switch (dice.between(1, 9)) {
            case 1, 2, 3 -> Fields.of("add_labels", strangeLabel(item));
            case 4 -> Fields.of("remove_labels", ownLabel(item));
            case 5 -> milestone(item);
            case 6 -> Fields.of("title", Vocabulary.productTitle(dice) + " " + word());
            case 7 -> Fields.of("description", "Because of " + word() + ".\n\n- [ ] tested");
            case 8 -> Fields.of("assignee_ids", assignee(item));
            default -> turned(item);
        };
    }

    private Fields ofIssue(Issue issue) {
        return switch (dice.between(1, 4)) {
            case 1 -> Fields.of("confidential", !issue.confidential());
            case 2 -> Fields.of("health_status", dice.one(HEALTH));
            case 3 ->
                    Fields.of(
                            "due_date", "2027-0" + dice.between(1, 9) + "-1" + dice.between(0, 9));
            default -> Fields.of("weight", dice.between(0, 13));
        };
    }

    private static Fields turned(Item item) {
        boolean open = item.core().standing().open();
        return Fields.of("state_event", open ? "close" : "reopen");
    }

    private String strangeLabel(Item item) {
        var strange = new ArrayList<>(office.labels().usableIn(item.home()));
        strange.removeIf(label -> item.labels().contains(label.id()));
        return strange.isEmpty() ? word() : dice.one(strange).title();
    }

    private String ownLabel(Item item) {
        var own = office.labels().of(item);
        return own.isEmpty() ? "" : dice.one(own.stream().map(Label::title).toList());
    }

    private Fields milestone(Item item) {
        var others =
                office.world().milestones.stream()
                        .filter(m -> office.world().reaches(m.home(), item.home()))
                        .map(Milestone::id)
                        .filter(id -> !id.equals(item.milestone()))
                        .toList();
        return others.isEmpty()
                ? Fields.of("title", Vocabulary.productTitle(dice) + " " + word())
                : Fields.of("milestone_id", dice.one(others));
    }

    private long assignee(Item item) {
        var people = item.core().plan().assignees();
        long one = dice.one(Vocabulary.ENGINEERS.stream().map(Seed::personId).toList());
        return people.contains(one) ? 0 : one;
    }

    private String word() {
        return Integer.toString(dice.between(0, 1_000_000), 36).toLowerCase(Locale.ROOT);
    }
}
