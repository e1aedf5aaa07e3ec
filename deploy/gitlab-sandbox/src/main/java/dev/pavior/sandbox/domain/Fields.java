package dev.pavior.sandbox.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, whatever carried them; unknown names are never looked at. */
public final class Fields {

    private static final Set<String> YES = Set.of("true", "t", "1", "on", "yes");
    private static final Set<String> NO = Set.of("false", "f", "0", "off", "no");

    private final Map<String, @Nullable Object> values;

    public Fields(Map<String, @Nullable Object> values) {
        this.values = new HashMap<>(values);
    }

    /** Names and values in turn, for callers inside the sandbox. */
    public static Fields of(Object... namesAndValues) {
        var values = new HashMap<String, @Nullable Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Fields(values);
    }

    /** The same fields, with one more or another value. */
    public Fields with(String name, Object value) {
        var more = new Fields(values);
        more.values.put(name, value);
        return more;
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public boolean hasAny(List<String> names) {
        return names.stream().anyMatch(this::has);
    }

    public @Nullable String text(String name) {
        Object value = values.get(name);
        return value == null ? null : value.toString();
    }

    /** What was given as an object, by name. */
    public Map<String, Object> object(String name) {
        var object = new HashMap<String, Object>();
        if (values.get(name) instanceof Map<?, ?> given) {
            given.forEach((key, value) -> put(object, String.valueOf(key), value));
        }
        return object;
    }

    private static void put(Map<String, Object> object, String name, @Nullable Object value) {
        if (value != null) {
            object.put(name, value);
        }
    }

    public String text(String name, String otherwise) {
        String text = text(name);
        return text == null ? otherwise : text;
    }

    public String required(String name) {
        if (!has(name)) {
            throw Refusal.missing(name);
        }
        return text(name, "");
    }

    public @Nullable Integer integer(String name) {
        return parsed(name, Integer::valueOf);
    }

    public int integer(String name, int otherwise) {
        Integer number = integer(name);
        return number == null ? otherwise : number;
    }

    public @Nullable Long id(String name) {
        return parsed(name, Long::valueOf);
    }

    public @Nullable LocalDate date(String name) {
        return parsed(
                name, text -> LocalDate.parse(text.substring(0, Math.min(10, text.length()))));
    }

    public @Nullable Instant time(String name) {
        return parsed(name, Fields::toInstant);
    }

    public @Nullable Boolean flag(String name) {
        return parsed(name, Fields::toBoolean);
    }

    public boolean flag(String name, boolean otherwise) {
        Boolean flag = flag(name);
        return flag == null ? otherwise : flag;
    }

    public @Nullable String oneOf(String name, List<String> allowed) {
        String text = text(name);
        if (text != null && !text.isEmpty() && !allowed.contains(text)) {
            throw Refusal.notAllowed(name);
        }
        return text == null || text.isEmpty() ? null : text;
    }

    public String oneOf(String name, List<String> allowed, String otherwise) {
        String text = oneOf(name, allowed);
        return text == null ? otherwise : text;
    }

    /** A list of names, given as an array or separated by commas. */
    public List<String> names(String name) {
        return elements(name)
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /** A list of ids; 0 stands for nobody. */
    public List<Long> ids(String name) {
        try {
            return names(name).stream().map(Long::valueOf).filter(id -> id != 0).toList();
        } catch (NumberFormatException e) {
            throw Refusal.invalid(name);
        }
    }

    private Stream<String> elements(String name) {
        return switch (values.get(name)) {
            case null -> Stream.empty();
            case List<?> many -> new ArrayList<>(many).stream().map(String::valueOf);
            case Object one -> Stream.of(one.toString());
        };
    }

    private <T> @Nullable T parsed(String name, Function<String, T> parser) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return parser.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refusal.invalid(name);
        }
    }

    private static Boolean toBoolean(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return true;
        }
        if (NO.contains(word)) {
            return false;
        }
        throw new IllegalArgumentException(text);
    }

    private static Instant toInstant(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return OffsetDateTime.parse(text).toInstant();
    }
}
