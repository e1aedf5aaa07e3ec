package dev.pavior.intake.doctor;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a hook delivered lately and what it could not.
 *
 * @param tries oldest first
 */
record HookLog(List<Tried> tries) {

    /**
     * How often one delivery is tried in all; what fails so often fails for a reason of its own.
     */
    private static final int TRIES = 3;

    /** A log of what several lists show, each in any order. */
    static HookLog of(Collection<Tried> tries) {
        return new HookLog(
                tries.stream().distinct().sorted(Comparator.comparingLong(Tried::id)).toList());
    }

    /** When something was last received; null where the log does not tell. */
    @Nullable Instant lastGood() {
        return tries.stream()
                .filter(Tried::isGood)
                .map(Tried::at)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    long failedCount() {
        return tries.stream().filter(tried -> !tried.isGood()).count();
    }

    /** Id of the newest failure; 0 where there is none. */
    long newestFailure() {
        return tries.stream().filter(t -> !t.isGood()).mapToLong(Tried::id).max().orElse(0);
    }

    /** The failures after one that were not received later, oldest first. */
    List<Tried> failedAfter(long id) {
        return tries.stream()
                .filter(tried -> !tried.isGood() && tried.id() > id && !wasReceivedAfter(tried))
                .toList();
    }

    /** The newest try of each delivery that is worth another one, oldest first. */
    List<Tried> worthTryingAfter(long id) {
        var newest =
                failedAfter(id).stream()
                        .filter(tried -> !tried.key().isEmpty())
                        .collect(
                                Collectors.toMap(
                                        Tried::key,
                                        tried -> tried,
                                        BinaryOperator.maxBy(Comparator.comparingLong(Tried::id))));
        return newest.values().stream()
                .filter(tried -> failures(tried.key()) < TRIES)
                .sorted(Comparator.comparingLong(Tried::id))
                .toList();
    }

    private boolean wasReceivedAfter(Tried failure) {
        return !failure.key().isEmpty()
                && tries.stream()
                        .anyMatch(
                                t ->
                                        t.isGood()
                                                && t.id() > failure.id()
                                                && t.key().equals(failure.key()));
    }

    private long failures(String key) {
        return tries.stream().filter(t -> !t.isGood() && t.key().equals(key)).count();
    }
}
