package dev.pavior.intake.doctor;

import dev.pavior.intake.gitlab.Container.Kind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of events that the intake needs of a hook. */
final class Needs {

    private static final List<String> EVERYWHERE =
            List.of(
                    "issues_events",
                    "confidential_issues_events",
                    "merge_requests_events",
                    "note_events",
                    "confidential_note_events",
                    "milestone_events",
                    "resource_access_token_events");

    /** What tells of new and moved projects, so that they are read. */
    private static final List<String> IN_GROUPS = List.of("project_events", "subgroup_events");

    private Needs() {}

    /** All that a hook of such a container should deliver. */
    static Set<String> of(Kind kind) {
        var needs = new TreeSet<>(EVERYWHERE);
        if (kind == Kind.GROUP) {
            needs.addAll(IN_GROUPS);
        }
        return needs;
    }

    /** Those that the hook could deliver and does not. */
    static Set<String> missing(Kind kind, Hook hook) {
        var missing = new TreeSet<>(of(kind));
        missing.removeIf(event -> hook.events().getOrDefault(event, true));
        return missing;
    }
}
