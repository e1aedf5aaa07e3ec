package dev.pavior.sandbox.shape;

import dev.pavior.sandbox.domain.Item;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Counts the checkboxes of a description. */
final class Tasks {

    private static final Pattern BOX =
            Pattern.compile("(?m)^\\s*(?:[-*+]|\\d+\\.)\\s+\\[[ xX]]\\s");
    private static final Pattern TICKED =
            Pattern.compile("(?m)^\\s*(?:[-*+]|\\d+\\.)\\s+\\[[xX]]\\s");

    private Tasks() {}

    static Map<String, @Nullable Object> of(Item item) {
        return Shape.of("count", count(BOX, item), "completed_count", count(TICKED, item));
    }

    static boolean any(Item item) {
        return count(BOX, item) > 0;
    }

    private static int count(Pattern pattern, Item item) {
        return (int) pattern.matcher(item.core().text().body() + "\n").results().count();
    }
}
