package dev.pavior.labeling.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What one call to GitLab should do for all edits of one item, and what becomes of each edit.
 *
 * @param verdicts edit id → what becomes of it
 */
public record EditPlan(Map<String, Verdict> verdicts) {

    private static final String COLONS = "::";

    /**
     * An edit that is asked for.
     *
     * @param basis how the item looked when it was decided
     */
    public record Wish(String id, String policy, Look basis, Action action) {}

    /** State and labels of an item at one moment. */
    public record Look(String state, List<String> labels) {

        public Look {
            labels = labels.stream().distinct().sorted().toList();
        }
    }

    /** Says how GitLab spells a label, where it has it. */
    @FunctionalInterface
    public interface Titles {
        Optional<String> resolve(String label);
    }

    /** What becomes of an edit. */
    public sealed interface Verdict {

        /** Everything is as wanted already. */
        record AlreadySo() implements Verdict {}

        /** The item has changed since; a newer revision will ask again. */
        record Superseded() implements Verdict {}

        /** GitLab has no such label, and would create a misspelt one without a word. */
        record NoSuchLabel(String label) implements Verdict {}

        /** Another policy wants the opposite. */
        record Contradicted(String policy) implements Verdict {}

        /** These labels are to be put on and taken off. */
        record Change(List<String> add, List<String> remove) implements Verdict {}
    }

    /** Plans, for wishes in their order, on the item as it is now. */
    public static EditPlan of(List<Wish> wishes, Look now, Titles titles) {
        var verdicts = new LinkedHashMap<String, Verdict>();
        for (int i = 0; i < wishes.size(); i++) {
            var wish = wishes.get(i);
            var done =
                    wishes.subList(0, i).stream()
                            .filter(other -> verdicts.get(other.id()) instanceof Verdict.Change)
                            .toList();
            verdicts.put(
                    wish.id(),
                    opponent(wish, now, done)
                            .<Verdict>map(Verdict.Contradicted::new)
                            .orElseGet(() -> verdict(wish, now, titles)));
        }
        return new EditPlan(verdicts);
    }

    // Being contradicted is final, so nothing stale takes part: neither as the one nor the other.
    private static Optional<String> opponent(Wish wish, Look now, List<Wish> done) {
        return done.stream()
                .filter(_ -> wish.basis().equals(now))
                .filter(
                        other ->
                                meet(other.action().add(), wish.action().remove())
                                        || meet(other.action().remove(), wish.action().add()))
                .map(Wish::policy)
                .findFirst();
    }

    private static boolean meet(List<String> some, List<String> others) {
        return some.stream().anyMatch(others::contains);
    }

    private static Verdict verdict(Wish wish, Look now, Titles titles) {
        var missing = wish.action().missing(now.labels());
        if (missing.isNothing()) {
            return new Verdict.AlreadySo();
        }
        if (!wish.basis().equals(now)) {
            return new Verdict.Superseded();
        }
        var add = new TreeSet<String>();
        for (var label : missing.add()) {
            var title = titles.resolve(label);
            if (title.isEmpty()) {
                return new Verdict.NoSuchLabel(label);
            }
            add.add(title.get());
        }
        add.removeAll(now.labels());
        var remove = new TreeSet<>(missing.remove());
        add.forEach(label -> remove.addAll(rivals(label, now.labels())));
        return add.isEmpty() && remove.isEmpty()
                ? new Verdict.AlreadySo()
                : new Verdict.Change(List.copyOf(add), List.copyOf(remove));
    }

    // Where scopes mean nothing to GitLab (its free edition) both values would stay.
    private static List<String> rivals(String label, Collection<String> labels) {
        int at = label.lastIndexOf(COLONS);
        return at <= 0
                ? List.of()
                : labels.stream()
                        .filter(other -> other.lastIndexOf(COLONS) == at)
                        .filter(other -> other.startsWith(label.substring(0, at)))
                        .filter(other -> !other.equals(label))
                        .toList();
    }

    /** All labels to put on, over all edits. */
    public List<String> add() {
        return changes().flatMap(change -> change.add().stream()).distinct().sorted().toList();
    }

    /** All labels to take off, over all edits. */
    public List<String> remove() {
        return changes().flatMap(change -> change.remove().stream()).distinct().sorted().toList();
    }

    private java.util.stream.Stream<Verdict.Change> changes() {
        return verdicts.values().stream()
                .filter(Verdict.Change.class::isInstance)
                .map(Verdict.Change.class::cast);
    }
}
