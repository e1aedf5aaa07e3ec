package dev.pavior.labeling.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One rule: where all its conditions are met, its action is wanted.
 *
 * @param name its name, unique over all files, part of the identity of its edits
 * @param place file and line where it stands
 * @param kind the sort of items it is about
 */
public record Policy(
        String name, String place, Kind kind, List<Condition> conditions, Action action) {

    public Policy {
        conditions = List.copyOf(conditions);
    }

    /** What it saw and wants, where it matches. */
    Optional<Decision.Match> judge(Facts facts, FactTimeline timeline) {
        if (facts.item().kind() != kind) {
            return Optional.empty();
        }
        var seen =
                conditions.stream().map(condition -> Decision.Seen.of(condition, facts)).toList();
        return seen.stream().allMatch(Decision.Seen::met)
                ? Optional.of(match(facts, timeline, seen))
                : Optional.empty();
    }

    private Decision.Match match(Facts facts, FactTimeline timeline, List<Decision.Seen> seen) {
        var own = action.labels();
        var reads = conditions.stream().map(Condition::reads).reduce(Reads.NOTHING, Reads::and);
        var since = timeline.since(reads, own);
        var id = editId(facts, reads, own, since);
        return new Decision.Match(
                name, place, since, seen, action, action.missing(facts.item().labels()), id);
    }

    // The labels it sets itself are left out: its own effect is not a change of the facts.
    private String editId(Facts facts, Reads reads, Set<String> own, Instant since) {
        var parts = new ArrayList<>(List.of(facts.item().key(), name));
        action.add().forEach(label -> parts.add("+" + label));
        action.remove().forEach(label -> parts.add("-" + label));
        reads.labels().stream()
                .filter(label -> !own.contains(label))
                .forEach(label -> parts.add(label + "?" + facts.item().labels().contains(label)));
        reads.fields().forEach(field -> parts.add(field.word() + ":" + fact(facts, field, own)));
        parts.add(Long.toString(since.toEpochMilli()));
        return Digest.of(parts).substring(0, 32);
    }

    private static String fact(Facts facts, Field field, Set<String> own) {
        return switch (field.shape()) {
            case TEXTS, NUMBERS ->
                    facts.members(field).stream().filter(m -> !own.contains(m)).toList().toString();
            case TEXT, NUMBER, TRUTH, TIME -> facts.show(field);
        };
    }
}
