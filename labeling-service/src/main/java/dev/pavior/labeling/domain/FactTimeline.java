package dev.pavior.labeling.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Since when each elementary fact of an item is as it is, whatever policies are in force.
 *
 * <p>It belongs to the item and not to a policy, so that a policy added later, and a rebuild from
 * the first record, find the same dates.
 *
 * @param first when the item was first seen
 * @param last date of the newest state
 * @param facts elementary fact → its value and since when
 */
public record FactTimeline(Instant first, Instant last, Map<String, Dated> facts) {

    private static final String ABSENT = "";

    /** A value and since when it holds; empty for a fact that was and is no more. */
    public record Dated(String value, Instant since) {}

    static FactTimeline startedAt(Instant first) {
        return new FactTimeline(first, first.minusMillis(1), Map.of());
    }

    /** Takes in a newer state. */
    FactTimeline advance(Facts state) {
        var now = after(state.item().validFrom());
        var next = new TreeMap<String, Dated>();
        facts.forEach((fact, was) -> next.put(fact, dated(was, ABSENT, now)));
        state.elements()
                .forEach((fact, value) -> next.put(fact, dated(facts.get(fact), value, now)));
        return new FactTimeline(first, now, next);
    }

    // GitLab's clock may stand still between two states; going there and back must still be
    // two moves, or an edit would count as done before it was wanted.
    private Instant after(Instant validFrom) {
        return validFrom.isAfter(last) ? validFrom : last.plusMillis(1);
    }

    private static Dated dated(@Nullable Dated was, String value, Instant now) {
        return was != null && was.value().equals(value) ? was : new Dated(value, now);
    }

    /** Since when everything that is read, but for a policy's own labels, is as it is. */
    Instant since(Reads reads, Set<String> own) {
        var labels =
                reads.labels().stream()
                        .filter(label -> !own.contains(label))
                        .map(label -> Facts.member(Field.LABELS.word(), label));
        var fields = reads.fields().stream().flatMap(field -> factsOf(field, own));
        return Stream.concat(labels, fields)
                .flatMap(fact -> Stream.ofNullable(facts.get(fact)))
                .map(Dated::since)
                .max(Instant::compareTo)
                .orElse(first);
    }

    private Stream<String> factsOf(Field field, Set<String> own) {
        var prefix = Facts.member(field.word(), "");
        var members =
                facts.keySet().stream()
                        .filter(fact -> fact.startsWith(prefix))
                        .filter(fact -> !own.contains(fact.substring(prefix.length())));
        return Stream.concat(Stream.of(field.word()), members);
    }
}
