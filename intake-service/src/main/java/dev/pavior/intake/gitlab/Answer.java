package dev.pavior.intake.gitlab;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * What became of a question to GitLab.
 *
 * @param <T> what is found
 */
public sealed interface Answer<T> {

    /** It is there. */
    record Found<T>(T value) implements Answer<T> {}

    /** It is not there, or may not be seen, which GitLab does not tell apart. */
    record NotFound<T>() implements Answer<T> {}

    /** The token may not, or the licence does not have it. */
    record Forbidden<T>() implements Answer<T> {}

    /** GitLab does not take such a question, and will not take it later either. */
    record Rejected<T>(int status, String reason) implements Answer<T> {}

    /** There is more than we read at once; in smaller pieces it may be had. */
    record TooLarge<T>() implements Answer<T> {}

    /** GitLab does not answer now, after all patience. */
    record Unavailable<T>(Duration retryAfter, String reason) implements Answer<T> {}

    /**
     * GitLab does not know our token: nothing more is asked until it changes or time has passed.
     */
    record Refused<T>() implements Answer<T> {}

    /** The same answer with what was found turned into something else. */
    default <R> Answer<R> map(Function<? super T, ? extends R> reading) {
        return switch (this) {
            case Found<T>(var value) -> new Found<>(reading.apply(value));
            case NotFound<T>() -> new NotFound<>();
            case Forbidden<T>() -> new Forbidden<>();
            case Rejected<T>(int status, String reason) -> new Rejected<>(status, reason);
            case TooLarge<T>() -> new TooLarge<>();
            case Unavailable<T>(Duration after, String reason) -> new Unavailable<>(after, reason);
            case Refused<T>() -> new Refused<>();
        };
    }

    /**
     * What is found, empty where GitLab has nothing to show.
     *
     * @throws AwayException where it does not answer now
     */
    default Optional<T> orAway() {
        return switch (this) {
            case Found<T>(var value) -> Optional.of(value);
            case NotFound<T> n -> Optional.empty();
            case Forbidden<T> f -> Optional.empty();
            case Rejected<T> r -> Optional.empty();
            case TooLarge<T> t -> Optional.empty();
            case Unavailable<T>(Duration after, String reason) ->
                    throw new AwayException(reason, after);
            case Refused<T> r ->
                    throw new AwayException("GitLab refuses the read token", ReadToken.REST);
        };
    }

    /** Why nothing is found, in plain words. */
    default String reason() {
        return switch (this) {
            case Found<T> f -> "it is there";
            case NotFound<T> n -> "GitLab does not show it to this token";
            case Forbidden<T> f -> "GitLab forbids it to this token";
            case Rejected<T> r -> r.reason();
            case TooLarge<T> t -> "one row alone is larger than what is read at once";
            case Unavailable<T> u -> u.reason();
            case Refused<T> r -> "GitLab refuses the read token";
        };
    }

    /** One word for it, as metrics have it. */
    default String word() {
        return switch (this) {
            case Found<T> f -> "found";
            case NotFound<T> n -> "not-found";
            case Forbidden<T> f -> "forbidden";
            case Rejected<T> r -> "rejected";
            case TooLarge<T> t -> "too-large";
            case Unavailable<T> u -> "unavailable";
            case Refused<T> r -> "refused";
        };
    }
}
