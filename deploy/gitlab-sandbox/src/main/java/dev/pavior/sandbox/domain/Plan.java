package dev.pavior.sandbox.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an item is planned: labels, milestone and assignees, by id. */
public record Plan(List<Long> labels, @Nullable Long milestone, List<Long> assignees) {

    public Plan {
        labels = List.copyOf(labels);
        assignees = List.copyOf(assignees);
    }

    public static final Plan NONE = new Plan(List.of(), null, List.of());

    public Plan withLabels(List<Long> ids) {
        return new Plan(ids, milestone, assignees);
    }
}
