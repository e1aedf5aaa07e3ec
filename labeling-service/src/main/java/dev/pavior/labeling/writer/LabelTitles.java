package dev.pavior.labeling.writer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The titles of each project's labels, read again when old or when one is not found. */
final class LabelTitles {

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration RECENT = Duration.ofSeconds(30);

    private final GitLab gitLab;
    private final boolean creating;
    private final Clock clock;
    private final Map<Long, Known> projects = new HashMap<>();

    LabelTitles(GitLab gitLab, boolean creating, Clock clock) {
        this.gitLab = gitLab;
        this.creating = creating;
        this.clock = clock;
    }

    private record Known(List<String> titles, Instant at) {

        Optional<String> find(String label) {
            return titles.contains(label)
                    ? Optional.of(label)
                    : titles.stream().filter(label::equalsIgnoreCase).sorted().findFirst();
        }
    }

    /** How the project spells a label: so, or in another case; where creating is on, so. */
    Optional<String> resolve(long projectId, String label) {
        return known(projectId, FRESH)
                .find(label)
                .or(() -> known(projectId, RECENT).find(label))
                .or(() -> creating ? Optional.of(label) : Optional.empty());
    }

    private Known known(long projectId, Duration age) {
        var known = projects.get(projectId);
        if (known == null || known.at().plus(age).isBefore(clock.instant())) {
            known = new Known(gitLab.labels(projectId), clock.instant());
            projects.put(projectId, known);
        }
        return known;
    }
}
