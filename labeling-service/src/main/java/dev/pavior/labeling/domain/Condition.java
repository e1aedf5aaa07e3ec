package dev.pavior.labeling.domain;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One condition of a policy.
 *
 * @param text the condition as the policy file has it
 * @param reads what its answer can depend on
 * @param question asks it of an item
 */
public record Condition(String text, Reads reads, Question question) {

    /** Asks something of an item; the same item gets the same answer. */
    @FunctionalInterface
    public interface Question {
        Answer ask(Facts facts);
    }

    /**
     * What came of a question.
     *
     * @param saw the value it saw; never text of the item
     * @param met whether the condition is met
     */
    public record Answer(String saw, boolean met) {}

    /** The item is in this state. */
    public static Condition state(String state) {
        return new Condition(
                "state: " + state,
                Reads.fields(Set.of(Field.STATE)),
                facts -> new Answer(facts.show(Field.STATE), state.equals(facts.item().state())));
    }

    /** All of these labels are on the item, by these very titles. */
    public static Condition labels(List<String> labels) {
        return new Condition(
                "labels: " + labels,
                Reads.labels(Set.copyOf(labels)),
                facts -> {
                    var present = present(labels, facts);
                    return new Answer(present.toString(), present.containsAll(labels));
                });
    }

    /** None of these labels is on the item, by these very titles. */
    public static Condition forbiddenLabels(List<String> labels) {
        return new Condition(
                "forbidden_labels: " + labels,
                Reads.labels(Set.copyOf(labels)),
                facts -> {
                    var present = present(labels, facts);
                    return new Answer(present.toString(), present.isEmpty());
                });
    }

    private static Set<String> present(List<String> labels, Facts facts) {
        var present = new TreeSet<>(labels);
        present.retainAll(Set.copyOf(facts.item().labels()));
        return present;
    }
}
