package dev.pavior.sandbox.journal;

import dev.pavior.sandbox.domain.Award;
import dev.pavior.sandbox.domain.Backoff;
import dev.pavior.sandbox.domain.Entity;
import dev.pavior.sandbox.domain.Epic;
import dev.pavior.sandbox.domain.Group;
import dev.pavior.sandbox.domain.Hook;
import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.IssueLink;
import dev.pavior.sandbox.domain.Iteration;
import dev.pavior.sandbox.domain.Label;
import dev.pavior.sandbox.domain.MergeRequest;
import dev.pavior.sandbox.domain.Milestone;
import dev.pavior.sandbox.domain.Note;
import dev.pavior.sandbox.domain.Played;
import dev.pavior.sandbox.domain.Project;
import dev.pavior.sandbox.domain.Spent;
import dev.pavior.sandbox.domain.Status;
import dev.pavior.sandbox.domain.Trace;
import dev.pavior.sandbox.domain.User;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One line of the journal: an entity as it now is, or as it was when it was dropped. */
record Entry(String kind, boolean dropped, JsonNode value) {

    private static final Map<String, Class<? extends Entity>> KINDS =
            Stream.of(
                            User.class,
                            Group.class,
                            Project.class,
                            Label.class,
                            Milestone.class,
                            Iteration.class,
                            Status.class,
                            Issue.class,
                            Epic.class,
                            MergeRequest.class,
                            Note.class,
                            Award.class,
                            IssueLink.class,
                            Trace.class,
                            Hook.class,
                            Backoff.class,
                            Played.class,
                            Spent.class)
                    .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    Class<? extends Entity> type() {
        var type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalStateException("the journal has an unknown kind: " + kind);
        }
        return type;
    }
}
