package dev.pavior.intake.reading.sight;

import dev.pavior.intake.domain.Age;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Single values as GitLab's own interfaces write them; null where they are something else. */
public final class Values {

    private static final Pattern GLOBAL_ID = Pattern.compile("gid://gitlab/.*/(\\d{1,18})");

    /** Beyond these a time is none that GitLab ever said, and no record may be able to hold it. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");

    private Values() {}

    public static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    /** A positive number, or the number at the end of a global id. */
    public static @Nullable Long id(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong() && node.longValue() > 0) {
            return node.longValue();
        }
        var words = text(node);
        var match = GLOBAL_ID.matcher(words == null ? "" : words);
        if (match.matches()) {
            return Long.valueOf(match.group(1));
        }
        return words != null && words.matches("\\d{1,18}") ? Long.valueOf(words) : null;
    }

    /** A whole number from 0 on. */
    public static @Nullable Integer count(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 0
                ? Integer.valueOf(node.intValue())
                : null;
    }

    public static @Nullable Boolean flag(JsonNode node) {
        return node.isBoolean() ? Boolean.valueOf(node.booleanValue()) : null;
    }

    /** A time, to the millisecond as the records hold it. */
    public static @Nullable Instant time(JsonNode node) {
        try {
            var words = text(node);
            return words == null ? null : known(OffsetDateTime.parse(words).toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** When something was last changed, which also tells whether more than the second is known. */
    public static @Nullable Instant change(JsonNode node) {
        var at = time(node);
        return at != null && node.stringValue().contains(".") ? Age.precise(at) : at;
    }

    private static @Nullable Instant known(Instant time) {
        return time.isBefore(FIRST) || !time.isBefore(LAST)
                ? null
                : time.truncatedTo(ChronoUnit.MILLIS);
    }

    public static @Nullable LocalDate day(JsonNode node) {
        try {
            var words = text(node);
            return words == null ? null : LocalDate.parse(words);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** What can be read of a list's elements, sorted, each once. */
    public static <T extends Comparable<T>> List<T> sorted(
            JsonNode list, Function<JsonNode, @Nullable T> read) {
        return list.valueStream()
                .map(read)
                .filter(Objects::nonNull)
                .map(value -> (T) value)
                .distinct()
                .sorted()
                .toList();
    }
}
