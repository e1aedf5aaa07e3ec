package dev.pavior.intake.webhook;

import dev.pavior.intake.domain.Age;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads single values in every spelling that GitLab's generations have used. */
final class Json {

    private static final Pattern WORD = Pattern.compile("[a-z_]{1,40}");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,18}");

    /** {@code 2026-05-27T02:32:43.920Z}, {@code 2017-09-15 16:52:00 UTC} and what lies between. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE)
                    .appendPattern("['T'][' ']HH:mm:ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .appendPattern("[' ']")
                    .appendPattern("['UTC'][XXX][XX]")
                    .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
                    .toFormatter(java.util.Locale.ROOT);

    /** Beyond these a time is none that GitLab ever said, and no record may be able to hold it. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");

    private Json() {}

    /** An id: a positive number, or its digits as text. */
    static OptionalLong id(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToLong() && node.longValue() > 0) {
            return OptionalLong.of(node.longValue());
        }
        if (node.isString() && DIGITS.matcher(node.stringValue()).matches()) {
            long id = Long.parseLong(node.stringValue());
            return id > 0 ? OptionalLong.of(id) : OptionalLong.empty();
        }
        return OptionalLong.empty();
    }

    /** A lower-case word such as an action. */
    static Optional<String> word(JsonNode node) {
        return text(node).filter(word -> WORD.matcher(word).matches());
    }

    static Optional<String> text(JsonNode node) {
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    static Optional<Boolean> flag(JsonNode node) {
        return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
    }

    /** A whole number from 0 on. */
    static Optional<Integer> count(JsonNode node) {
        return node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= 0
                ? Optional.of(node.intValue())
                : Optional.empty();
    }

    /** A day; of a time the day it falls on where it was written. */
    static Optional<LocalDate> date(JsonNode node) {
        try {
            return text(node)
                    .map(String::strip)
                    .filter(text -> text.length() >= 10)
                    .map(text -> LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A time, to the millisecond as the records hold it. */
    static Optional<Instant> time(JsonNode node) {
        try {
            return text(node)
                    .map(text -> TIME.parse(text.strip(), OffsetDateTime::from).toInstant())
                    .filter(time -> !time.isBefore(FIRST) && time.isBefore(LAST))
                    .map(time -> time.truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** When something was last changed, which also tells whether more than the second is known. */
    static Optional<Instant> change(JsonNode node) {
        return time(node).map(at -> node.stringValue().contains(".") ? Age.precise(at) : at);
    }
}
