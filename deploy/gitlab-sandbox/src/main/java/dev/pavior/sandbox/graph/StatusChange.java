package dev.pavior.sandbox.graph;

import dev.pavior.sandbox.domain.Deed;
import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.Office;
import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.shape.Shape;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The one mutation: sets the status of a work item. */
final class StatusChange {

    private final Office office;
    private final WorkItemShapes shapes;

    StatusChange(Office office, WorkItemShapes shapes) {
        this.office = office;
        this.shapes = shapes;
    }

    Object made(DataFetchingEnvironment asked) {
        Map<String, Object> input = Objects.requireNonNull(asked.getArgument("input"));
        var item = office.world().issues.find(Gid.id(String.valueOf(input.get("id"))));
        Deed deed = Objects.requireNonNull(asked.getGraphQlContext().get(Deed.class));
        var issue = item.filter(one -> visible(one, deed)).orElseThrow(Refusal::noSuchObject);
        return payload(input, ranked(issue, input, deed));
    }

    private boolean visible(Issue issue, Deed deed) {
        return !office.world().projectOf(issue).hidden() || deed.by().admin();
    }

    private Optional<Issue> ranked(Issue issue, Map<String, Object> input, Deed deed) {
        if (!(input.get("statusWidget") instanceof Map<?, ?> widget)
                || !(widget.get("status") instanceof String wanted)) {
            return Optional.of(issue);
        }
        return office.statuses()
                .find(Gid.id(wanted))
                .filter(status -> Gid.of(status).equals(wanted))
                .filter(status -> office.statuses().usable(status, issue.home()))
                .map(status -> office.issues().rank(issue, status, deed));
    }

    private Object payload(Map<String, Object> input, Optional<Issue> changed) {
        return Shape.of(
                "clientMutationId", input.get("clientMutationId"),
                "errors",
                        changed.isPresent()
                                ? List.of()
                                : List.of("System-defined or custom status not found"),
                "workItem", changed.map(shapes::of).orElse(null));
    }
}
