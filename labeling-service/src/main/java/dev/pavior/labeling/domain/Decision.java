package dev.pavior.labeling.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which policies matched an item, why, and what they want of it.
 *
 * @param matches in the order of their files
 */
public record Decision(List<Match> matches) {

    static final Decision NOTHING = new Decision(List.of());

    public Decision {
        matches = List.copyOf(matches);
    }

    /** One condition with the value it saw. */
    public record Seen(String condition, String saw, boolean met) {

        static Seen of(Condition condition, Facts facts) {
            var answer = condition.question().ask(facts);
            return new Seen(condition.text(), answer.saw(), answer.met());
        }
    }

    /**
     * One policy that matched.
     *
     * @param since since when the facts it rests on are so
     * @param wants all it wants
     * @param missing what of that is still to be done
     * @param editId identity of the edit that would do it
     */
    public record Match(
            String policy,
            String place,
            Instant since,
            List<Seen> seen,
            Action wants,
            Action missing,
            String editId) {

        public Match {
            seen = List.copyOf(seen);
        }
    }

    /**
     * Tells one decision from another; where the policies stand in their files is no difference.
     */
    String digest() {
        var parts = new ArrayList<String>();
        for (var match : matches) {
            parts.add(match.policy());
            parts.add(match.since().toString());
            parts.add(match.wants().toString());
            parts.add(match.seen().toString());
        }
        return Digest.of(parts);
    }
}
