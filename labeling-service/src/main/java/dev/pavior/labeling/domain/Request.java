package dev.pavior.labeling.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request for work that was made outside GitLab.
 *
 * @param kind by which of the charter's doors it came
 * @param requesterId GitLab's id of who asks; 0 where Pavior itself does
 * @param answers what was answered, by the name of the question
 */
public record Request(
        String id,
        String kind,
        Instant submittedAt,
        long requesterId,
        String requester,
        String title,
        Map<String, String> answers,
        @Nullable String area,
        boolean confidential,
        boolean emergency) {

    private static final String TASK = "task";

    public Request {
        answers = new TreeMap<>(answers);
    }

    /** The task, where Pavior itself asks for one; a person cannot. */
    Optional<String> task() {
        return requesterId == 0 ? Optional.ofNullable(answers.get(TASK)) : Optional.empty();
    }

    /** Name of the template that it is written with. */
    String template() {
        return task().isPresent() ? TASK : kind;
    }

    /** The area that it names, where it names one. */
    Optional<String> namedArea() {
        return Optional.ofNullable(area);
    }
}
