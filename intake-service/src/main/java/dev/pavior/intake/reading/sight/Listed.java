package dev.pavior.intake.reading.sight;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.ItemState;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads an issue or merge request as GitLab's REST lists show it. */
public final class Listed {

    /** Title and description together must fit a record; longer ones were not seen. */
    static final int TEXT_LIMIT = 700 * 1024;

    private final JsonNode row;
    private final Sighting sighting;

    private Listed(JsonNode row, Sighting sighting) {
        this.row = row;
        this.sighting = sighting;
    }

    /** The sight of an issue, incident, task or other work item of a project. */
    public static Optional<Sighting> issue(JsonNode row, Look look) {
        return of(row, look, (project, iid) -> ItemKey.issue(look.host(), project, iid))
                .map(Listed::readIssue);
    }

    /**
     * The sight of a merge request.
     *
     * @param defaultBranch of its project, null where unknown
     */
    public static Optional<Sighting> mergeRequest(
            JsonNode row, Look look, @Nullable String defaultBranch) {
        return of(row, look, (project, iid) -> ItemKey.mergeRequest(look.host(), project, iid))
                .map(listed -> listed.readMergeRequest(defaultBranch));
    }

    /** The full path of the project, out of the item's own full reference. */
    public static Optional<String> projectPath(JsonNode row) {
        var full = Values.text(row.path("references").path("full"));
        var end = full == null ? -1 : Math.max(full.lastIndexOf('#'), full.lastIndexOf('!'));
        return full == null || end < 1 ? Optional.empty() : Optional.of(full.substring(0, end));
    }

    /** GitLab's id of the issue that this one was moved to. */
    public static OptionalLong movedTo(JsonNode row) {
        var id = Values.id(row.path("moved_to_id"));
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    private static Optional<Listed> of(
            JsonNode row, Look look, BiFunction<Long, Long, ItemKey> key) {
        var project = Values.id(row.path("project_id"));
        var iid = Values.id(row.path("iid"));
        return project == null || iid == null
                ? Optional.empty()
                : Optional.of(new Listed(row, new Sighting(key.apply(project, iid), look)));
    }

    private Sighting readIssue() {
        readCommon();
        var seen = sighting.observation();
        sighting.value("type", row.path("issue_type"), Listed::typeName, seen::setType);
        sighting.value(
                "confidential", row.path("confidential"), Values::flag, seen::setConfidential);
        sighting.nullable("weight", row.path("weight"), Values::count, seen::setWeight);
        sighting.nullable(
                "healthStatus", row.path("health_status"), Values::text, seen::setHealthStatus);
        sighting.nullable("iterationId", row.path("iteration"), Listed::idOf, seen::setIterationId);
        sighting.nullable("movedToId", row.path("moved_to_id"), Values::id, seen::setMovedToId);
        readEpic();
        return sighting;
    }

    /** Only an issue's parent is an epic; those of tasks a query has to tell. */
    private void readEpic() {
        if ("issue".equals(Values.text(row.path("issue_type")))) {
            sighting.nullable(
                    "parent", row.path("epic"), this::epic, sighting.observation()::setParent);
        }
    }

    private @Nullable String epic(JsonNode epic) {
        var group = Values.id(epic.path("group_id"));
        var iid = Values.id(epic.path("iid"));
        return group == null || iid == null
                ? null
                : ItemKey.epic(sighting.key().host(), group, iid).toString();
    }

    private Sighting readMergeRequest(@Nullable String defaultBranch) {
        readCommon();
        // GitLab has no confidential merge requests: who sees the project sees them.
        sighting.show("confidential");
        var seen = sighting.observation().setConfidential(false);
        sighting.value("draft", row.path("draft"), Values::flag, seen::setDraft);
        sighting.nullable("mergedAt", row.path("merged_at"), Values::time, seen::setMergedAt);
        sighting.value(
                "targetBranch", row.path("target_branch"), Values::text, seen::setTargetBranch);
        if (row.path("reviewers").isArray()) {
            sighting.show("reviewerIds");
            seen.setReviewerIds(Values.sorted(row.path("reviewers"), Listed::idOf));
        }
        if (defaultBranch != null && seen.getTargetBranch() != null) {
            sighting.show("intoDefaultBranch");
            seen.setIntoDefaultBranch(defaultBranch.equals(seen.getTargetBranch()));
        }
        return sighting;
    }

    private void readCommon() {
        var seen = sighting.observation();
        seen.setGlobalId(Values.id(row.path("id")))
                .setValidAt(Values.change(row.path("updated_at")))
                .setProjectPath(projectPath(row).orElse(null));
        sighting.value("state", row.path("state"), Listed::state, seen::setState);
        readText();
        readPeople();
        sighting.nullable("milestoneId", row.path("milestone"), Listed::idOf, seen::setMilestoneId);
        sighting.value("createdAt", row.path("created_at"), Values::time, seen::setCreatedAt);
        sighting.nullable("closedAt", row.path("closed_at"), Values::time, seen::setClosedAt);
        sighting.value("upvotes", row.path("upvotes"), Values::count, seen::setUpvotes);
        sighting.value("downvotes", row.path("downvotes"), Values::count, seen::setDownvotes);
        sighting.value("notes", row.path("user_notes_count"), Values::count, seen::setNotes);
    }

    private void readText() {
        var seen = sighting.observation();
        sighting.value("title", row.path("title"), Listed::fitting, seen::setTitle);
        sighting.nullable(
                "description", row.path("description"), Listed::fitting, seen::setDescription);
    }

    private void readPeople() {
        var seen = sighting.observation();
        sighting.value("authorId", row.path("author"), Listed::idOf, seen::setAuthorId);
        if (row.path("assignees").isArray()) {
            sighting.show("assigneeIds");
            seen.setAssigneeIds(Values.sorted(row.path("assignees"), Listed::idOf));
        }
        if (row.path("labels").isArray()) {
            sighting.show("labels");
            seen.setLabels(Values.sorted(row.path("labels"), Listed::labelOf));
        }
    }

    private static @Nullable Long idOf(JsonNode node) {
        return Values.id(node.path("id"));
    }

    private static @Nullable String labelOf(JsonNode node) {
        return Values.text(node.isObject() ? node.path("name") : node);
    }

    private static @Nullable String fitting(JsonNode node) {
        var text = Values.text(node);
        return text != null && text.getBytes(UTF_8).length <= TEXT_LIMIT ? text : null;
    }

    /** Hooks and queries write {@code Test Case} where lists write {@code test_case}. */
    private static @Nullable String typeName(JsonNode node) {
        var word = Values.text(node);
        return word == null
                ? null
                : Stream.of(word.split("_"))
                        .filter(part -> !part.isEmpty())
                        .map(
                                part ->
                                        part.substring(0, 1).toUpperCase(Locale.ROOT)
                                                + part.substring(1))
                        .collect(Collectors.joining(" "));
    }

    private static @Nullable ItemState state(JsonNode node) {
        return switch (String.valueOf(Values.text(node))) {
            case "opened" -> ItemState.OPENED;
            case "closed" -> ItemState.CLOSED;
            case "merged" -> ItemState.MERGED;
            case "locked" -> ItemState.LOCKED;
            default -> null;
        };
    }
}
