package dev.pavior.local.connect;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** The fields of a record whose writer may have known fewer of them than we. */
record Fields(GenericRecord record) {

    String text(String name) {
        var value = value(name);
        return value == null ? "" : value.toString();
    }

    List<String> texts(String name) {
        return value(name) instanceof Collection<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    List<Fields> records(String name) {
        return value(name) instanceof Collection<?> list
                ? list.stream().map(GenericRecord.class::cast).map(Fields::new).toList()
                : List.of();
    }

    OptionalLong number(String name) {
        return value(name) instanceof Number number
                ? OptionalLong.of(number.longValue())
                : OptionalLong.empty();
    }

    Optional<LocalDate> day(String name) {
        var day = number(name);
        return day.isPresent()
                ? Optional.of(LocalDate.ofEpochDay(day.getAsLong()))
                : Optional.empty();
    }

    Instant time(String name) {
        return Instant.ofEpochMilli(number(name).orElse(0));
    }

    boolean is(String name) {
        return Boolean.TRUE.equals(value(name));
    }

    boolean has(String name) {
        return value(name) != null;
    }

    private @Nullable Object value(String name) {
        return record.hasField(name) ? record.get(name) : null;
    }
}
