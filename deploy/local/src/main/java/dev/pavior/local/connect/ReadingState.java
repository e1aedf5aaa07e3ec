package dev.pavior.local.connect;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * How far the intake says that it has read.
 *
 * @param done how many items this round has read up to now
 * @param total how many it will read, as far as it knows yet
 * @param troubles what keeps it from going on, a line each
 * @param refused lists that GitLab does not show
 * @param budget how much it asks, in words
 * @param throttled how often GitLab said that it was too much
 */
record ReadingState(
        long done,
        long total,
        List<String> troubles,
        List<String> refused,
        String budget,
        long throttled) {

    ReadingState {
        troubles = List.copyOf(troubles);
        refused = List.copyOf(refused);
    }

    /**
     * The state as {@code GET /v1/reading} tells it.
     *
     * @param since when the present round may have begun at the earliest
     */
    static ReadingState of(JsonNode reading, Instant since) {
        var source = reading.path("sources").path(0);
        var jobs =
                source.path("jobs").values().stream()
                        .filter(job -> job.path("job").asString("").equals("reconcile"))
                        .filter(job -> isSince(job.path("updatedAt").asString(""), since))
                        .toList();
        return new ReadingState(
                jobs.stream().mapToLong(job -> job.path("done").asLong(0)).sum(),
                jobs.stream().mapToLong(ReadingState::total).sum(),
                source.path("troubles").properties().stream()
                        .map(trouble -> trouble.getKey() + ": " + trouble.getValue().asString(""))
                        .toList(),
                jobs.stream()
                        .filter(job -> job.path("state").asString("").equals("failed"))
                        .map(job -> words(job, "scope") + ": " + words(job, "reason"))
                        .toList(),
                budget(source.path("budget")),
                source.path("budget").path("throttled").asLong(0));
    }

    private static long total(JsonNode job) {
        return Math.max(job.path("total").asLong(0), job.path("done").asLong(0));
    }

    private static String budget(JsonNode budget) {
        var share = "%.0f %%".formatted(100 * budget.path("share").asDouble(0));
        var limit = budget.path("limitPerMinute");
        return limit.isNumber()
                ? share + " of GitLab's limit of %,d a minute".formatted(limit.asLong())
                : "the pace that is set for a GitLab that tells no limit";
    }

    private static boolean isSince(String time, Instant since) {
        try {
            return !Instant.parse(time).isBefore(since);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static String words(JsonNode job, String field) {
        return job.path(field).asString("");
    }
}
