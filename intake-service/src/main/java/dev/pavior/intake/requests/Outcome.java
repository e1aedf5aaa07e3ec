package dev.pavior.intake.requests;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a body that was sent. */
sealed interface Outcome {

    /** The word by which it is counted. */
    default String word() {
        return switch (this) {
            case Accepted _ -> "accepted";
            case Repeated _ -> "repeated";
            case Conflict _ -> "conflict";
            case NotJson _ -> "not_json";
            case Faulty _ -> "faulty";
            case Unavailable _ -> "unavailable";
        };
    }

    /** It is on the topic. */
    record Accepted(Entry entry) implements Outcome {}

    /** It was there already, under the same key. */
    record Repeated(Entry entry) implements Outcome {}

    /** Something else was sent under the same key before. */
    record Conflict(String id) implements Outcome {}

    /** It is no JSON. */
    record NotJson(String detail) implements Outcome {}

    /** These things are wrong with it. */
    record Faulty(List<Fault> faults, @Nullable String emergency) implements Outcome {}

    /** Not now. */
    record Unavailable(@Nullable String emergency) implements Outcome {}
}
