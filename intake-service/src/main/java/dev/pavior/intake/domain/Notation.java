package dev.pavior.intake.domain;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the value of a field is written down in words, and read back.
 *
 * @param list whether the value is a list, so that no words are an empty one
 */
public record Notation<T>(
        Function<T, List<String>> writer, Function<List<String>, T> reader, boolean list) {

    static final Notation<String> WORD = one(Function.identity());
    static final Notation<Long> NUMBER = one(Long::valueOf);
    static final Notation<Integer> COUNT = one(Integer::valueOf);
    static final Notation<Boolean> FLAG = one(Boolean::valueOf);
    static final Notation<Instant> TIME = one(Instant::parse);
    static final Notation<State> STATE = one(State::valueOf);
    static final Notation<Text> TEXT = new Notation<>(Text::words, Text::ofWords, false);
    static final Notation<List<String>> WORDS = many(Function.identity());
    static final Notation<List<Long>> NUMBERS = many(Long::valueOf);
    static final Notation<List<Link>> LINKS = many(Link::parse);

    private static <T> Notation<T> one(Function<String, T> parse) {
        return new Notation<>(
                value -> List.of(value.toString()), words -> parse.apply(words.getFirst()), false);
    }

    private static <T> Notation<List<T>> many(Function<String, T> parse) {
        return new Notation<>(
                values -> values.stream().map(Object::toString).toList(),
                words -> words.stream().map(parse).toList(),
                true);
    }

    /** Writes a value down; of an empty field there are no words. */
    public List<String> write(@Nullable T value) {
        return value == null ? List.of() : writer.apply(value);
    }

    /** Reads a value back. */
    public @Nullable T read(List<String> words) {
        return words.isEmpty() && !list ? null : reader.apply(words);
    }
}
