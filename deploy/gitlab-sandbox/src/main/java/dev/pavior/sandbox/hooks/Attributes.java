package dev.pavior.sandbox.hooks;

import dev.pavior.sandbox.domain.Epic;
import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.MergeRequest;
import dev.pavior.sandbox.shape.Shape;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The stored attributes of an item as hooks name them; a change to one is told. */
final class Attributes {

    private Attributes() {}

    /** Times are left as they are: the attributes and the changes write them differently. */
    static Map<String, @Nullable Object> of(Item item) {
        return switch (item) {
            case Issue issue -> issue(issue);
            case Epic epic -> epic(epic);
            case MergeRequest request -> mergeRequest(request);
        };
    }

    private static Map<String, @Nullable Object> common(Item item) {
        var core = item.core();
        var text = core.text();
        return Shape.of(
                "id", core.id(),
                "iid", core.iid(),
                "title", text.title(),
                "description", text.description(),
                "author_id", core.authorId(),
                "created_at", core.createdAt(),
                "updated_at", core.updatedAt(),
                "updated_by_id", core.updatedBy(),
                "last_edited_at", text.editedAt(),
                "last_edited_by_id", text.editedBy(),
                "milestone_id", item.milestone(),
                "state_id", item.state().id(),
                "time_estimate", 0);
    }

    private static Map<String, @Nullable Object> issue(Issue issue) {
        var shape = common(issue);
        shape.put("project_id", issue.projectId());
        shape.put("closed_at", issue.core().standing().closedAt());
        shape.put("confidential", issue.confidential());
        shape.put("discussion_locked", issue.locked());
        shape.put("due_date", day(issue.dueDate()));
        shape.put("moved_to_id", issue.ties().movedTo());
        shape.put("duplicated_to_id", null);
        shape.put("relative_position", null);
        shape.put("weight", issue.weight());
        shape.put("health_status", issue.ties().health());
        return shape;
    }

    private static Map<String, @Nullable Object> epic(Epic epic) {
        var shape = common(epic);
        shape.put("project_id", null);
        shape.put("closed_at", epic.core().standing().closedAt());
        shape.put("confidential", epic.confidential());
        shape.put("discussion_locked", null);
        shape.put("due_date", day(epic.dueDate()));
        shape.put("moved_to_id", null);
        shape.put("duplicated_to_id", null);
        shape.put("relative_position", null);
        shape.put("weight", null);
        shape.put("health_status", null);
        return shape;
    }

    /** Neither when it was merged nor when it was closed: GitLab does not tell. */
    private static Map<String, @Nullable Object> mergeRequest(MergeRequest request) {
        var shape = common(request);
        var merge = request.merge();
        boolean open = request.core().standing().open();
        shape.put("draft", request.draft());
        shape.put("head_pipeline_id", null);
        shape.put("merge_commit_sha", merge == null ? null : merge.commit());
        shape.put("merge_error", null);
        shape.put("merge_params", Map.of("force_remove_source_branch", "1"));
        shape.put(
                "merge_status", open && request.conflicts() ? "cannot_be_merged" : "can_be_merged");
        shape.put("merge_user_id", merge == null ? null : merge.by());
        shape.put("merge_when_pipeline_succeeds", false);
        shape.put("source_branch", request.sourceBranch());
        shape.put("source_project_id", request.sourceProject());
        shape.put("target_branch", request.targetBranch());
        shape.put("target_project_id", request.projectId());
        shape.put("prepared_at", request.createdAt());
        return shape;
    }

    private static @Nullable String day(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
