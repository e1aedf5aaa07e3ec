package dev.pavior.intake.domain;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How an item stands to others, by their keys. */
public record Relations(
        @Nullable String parent,
        List<Link> links,
        @Nullable Long movedToId,
        @Nullable String movedTo,
        @Nullable String movedFrom,
        List<String> closes) {

    static Relations of(Picture seen) {
        return new Relations(
                seen.value(Field.PARENT),
                seen.valueOr(Field.LINKS, List.of()),
                seen.value(Field.MOVED_TO_ID),
                seen.value(Field.MOVED_TO),
                seen.value(Field.MOVED_FROM),
                closes(seen));
    }

    /** Words close nothing when the merge does not lead into the default branch. */
    private static List<String> closes(Picture seen) {
        var words = seen.valueOr(Field.INTO_DEFAULT_BRANCH, true);
        var said = words ? seen.valueOr(Field.CLOSES_SAID, List.of()) : List.<String>of();
        return Stream.of(said, seen.valueOr(Field.CLOSES_READ, List.of()))
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }
}
