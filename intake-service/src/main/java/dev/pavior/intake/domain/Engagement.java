package dev.pavior.intake.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * What people make of an item.
 *
 * @param mentions handles of the team that its text mentions or a comment ever mentioned, sorted
 */
public record Engagement(
        int upvotes, int downvotes, int notes, int discussions, List<String> mentions) {

    static Engagement of(Picture seen) {
        return new Engagement(
                seen.valueOr(Field.UPVOTES, 0),
                seen.valueOr(Field.DOWNVOTES, 0),
                seen.valueOr(Field.NOTES, 0),
                seen.valueOr(Field.DISCUSSIONS, 0),
                mentions(seen));
    }

    private static List<String> mentions(Picture seen) {
        var text = seen.value(Field.TEXT);
        return Stream.of(
                        text == null ? List.<String>of() : text.mentions(),
                        seen.valueOr(Field.MENTIONED_IN_NOTE, List.of()))
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }
}
