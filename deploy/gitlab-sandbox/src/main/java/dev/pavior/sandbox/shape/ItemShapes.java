package dev.pavior.sandbox.shape;

import dev.pavior.sandbox.domain.Award;
import dev.pavior.sandbox.domain.Epic;
import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.Item;
import dev.pavior.sandbox.domain.ItemKey;
import dev.pavior.sandbox.domain.Label;
import dev.pavior.sandbox.domain.LabelBook;
import dev.pavior.sandbox.domain.MergeRequest;
import dev.pavior.sandbox.domain.World;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How issues and merge requests look in answers. */
public final class ItemShapes {

    private final World world;
    private final LabelBook labels;
    private final Links links;
    private final PeopleShapes people;
    private final PlanningShapes planning;

    public ItemShapes(
            World world,
            LabelBook labels,
            Links links,
            PeopleShapes people,
            PlanningShapes planning) {
        this.world = world;
        this.labels = labels;
        this.links = links;
        this.people = people;
        this.planning = planning;
    }

    public Map<String, @Nullable Object> listed(Item item, boolean labelDetails) {
        return switch (item) {
            case Issue issue -> issue(issue, labelDetails);
            case Epic epic -> epic(epic, labelDetails);
            case MergeRequest request -> mergeRequest(request, labelDetails);
        };
    }

    /** As answered when one item is asked for. */
    public Map<String, @Nullable Object> single(Item item) {
        var shape = listed(item, false);
        shape.put("subscribed", false);
        if (item instanceof MergeRequest request) {
            addDetails(shape, request);
        }
        return shape;
    }

    private Map<String, @Nullable Object> issue(Issue issue, boolean labelDetails) {
        var shape = head(issue);
        shape.put("closed_at", Times.iso(issue.core().standing().closedAt()));
        shape.put("closed_by", people.basic(issue.core().standing().closedBy()));
        shape.put("labels", labelsOf(issue, labelDetails));
        addPeople(shape, issue);
        shape.put("type", issue.type().toUpperCase(Locale.ROOT));
        addCounts(shape, issue);
        shape.put("merge_requests_count", world.references.naming(issue));
        shape.put("due_date", PlanningShapes.day(issue.dueDate()));
        shape.put("confidential", issue.confidential());
        shape.put("discussion_locked", issue.locked());
        shape.put("issue_type", issue.type());
        addCommon(shape, issue);
        shape.put("weight", issue.weight());
        shape.put("blocking_issues_count", 0);
        shape.put("has_tasks", Tasks.any(issue));
        shape.put("_links", linksOf(issue));
        shape.put("severity", "UNKNOWN");
        shape.put("moved_to_id", issue.ties().movedTo());
        shape.put("imported", false);
        shape.put("imported_from", "none");
        shape.put("service_desk_reply_to", null);
        shape.put("epic_iid", planning.epicNumber(issue));
        shape.put("epic", planning.epic(issue));
        shape.put("iteration", planning.iteration(issue.ties().iteration()));
        shape.put("health_status", issue.ties().health());
        return shape;
    }

    private Map<String, @Nullable Object> mergeRequest(MergeRequest request, boolean details) {
        var shape = head(request);
        var merge = request.merge();
        var merger = merge == null ? null : people.basic(merge.by());
        shape.put("merged_by", merger);
        shape.put("merge_user", merger);
        shape.put("merged_at", merge == null ? null : Times.iso(merge.at()));
        shape.put("closed_by", people.basic(request.core().standing().closedBy()));
        shape.put("closed_at", Times.iso(request.core().standing().closedAt()));
        shape.put("target_branch", request.targetBranch());
        shape.put("source_branch", request.sourceBranch());
        shape.put("source_project_id", request.sourceProject());
        shape.put("target_project_id", request.projectId());
        shape.put("labels", labelsOf(request, details));
        addPeople(shape, request);
        shape.put("reviewers", people.basic(request.reviewers()));
        addCounts(shape, request);
        shape.put("draft", request.draft());
        shape.put("imported", false);
        shape.put("imported_from", "none");
        shape.put("work_in_progress", request.draft());
        addMergeability(shape, request);
        addCommon(shape, request);
        return shape;
    }

    private Map<String, @Nullable Object> epic(Epic epic, boolean details) {
        var shape = head(epic);
        shape.remove("project_id");
        shape.put("work_item_id", epic.id());
        shape.put("group_id", epic.groupId());
        shape.put("parent_id", epic.parent());
        shape.put("confidential", epic.confidential());
        shape.put("author", people.basic(epic.core().authorId()));
        shape.put("start_date", PlanningShapes.day(epic.startDate()));
        shape.put("due_date", PlanningShapes.day(epic.dueDate()));
        shape.put("closed_at", Times.iso(epic.core().standing().closedAt()));
        shape.put("labels", labelsOf(epic, details));
        shape.put("upvotes", awarded(epic, Award.UP));
        shape.put("downvotes", awarded(epic, Award.DOWN));
        shape.put("web_url", links.web(epic));
        shape.put("_links", Map.of("self", links.api(epic)));
        return shape;
    }

    private long awarded(Item item, String name) {
        return world.awardsByItem.of(ItemKey.of(item)).values().stream()
                .filter(award -> award.name().equals(name))
                .count();
    }

    private static void addMergeability(Map<String, @Nullable Object> shape, MergeRequest request) {
        var merge = request.merge();
        shape.put("merge_when_pipeline_succeeds", false);
        shape.put("merge_status", request.conflicts() ? "cannot_be_merged" : "can_be_merged");
        shape.put("detailed_merge_status", request.mergeStatus());
        shape.put("merge_after", null);
        shape.put("sha", request.sha());
        shape.put("merge_commit_sha", merge == null ? null : merge.commit());
        shape.put("squash_commit_sha", null);
        shape.put("discussion_locked", request.locked());
        shape.put("should_remove_source_branch", null);
        shape.put("force_remove_source_branch", null);
        shape.put("prepared_at", Times.iso(request.createdAt()));
        shape.put("reference", "!" + request.iid());
        shape.put("squash", request.squash());
        shape.put("squash_on_merge", request.squash());
        shape.put("has_conflicts", request.conflicts());
        shape.put("blocking_discussions_resolved", true);
        shape.put("approvals_before_merge", null);
    }

    private static void addDetails(Map<String, @Nullable Object> shape, MergeRequest request) {
        shape.put("changes_count", "1");
        shape.put("latest_build_started_at", null);
        shape.put("latest_build_finished_at", null);
        shape.put("first_deployed_to_production_at", null);
        shape.put("pipeline", null);
        shape.put("head_pipeline", null);
        shape.put("diff_refs", null);
        shape.put("merge_error", null);
        shape.put("first_contribution", false);
        shape.put("user", Map.of("can_merge", request.core().standing().open()));
    }

    private static Map<String, @Nullable Object> head(Item item) {
        return Shape.of(
                "id", item.id(),
                "iid", item.iid(),
                "project_id", item.projectId(),
                "title", item.title(),
                "description", item.core().text().description(),
                "state", item.state().toString(),
                "created_at", Times.iso(item.createdAt()),
                "updated_at", Times.iso(item.updatedAt()));
    }

    private void addPeople(Map<String, @Nullable Object> shape, Item item) {
        var assignees = people.basic(item.core().plan().assignees());
        shape.put("milestone", planning.milestone(item.milestone()));
        shape.put("author", people.basic(item.core().authorId()));
        shape.put("assignees", assignees);
        shape.put("assignee", assignees.isEmpty() ? null : assignees.getFirst());
    }

    private void addCounts(Map<String, @Nullable Object> shape, Item item) {
        shape.put("user_notes_count", world.notesOn(item).size());
        shape.put("upvotes", awarded(item, Award.UP));
        shape.put("downvotes", awarded(item, Award.DOWN));
    }

    private void addCommon(Map<String, @Nullable Object> shape, Item item) {
        String mark = item.mark() + item.iid();
        shape.put(
                "references", Shape.of("short", mark, "relative", mark, "full", links.full(item)));
        shape.put("web_url", links.web(item));
        shape.put(
                "time_stats",
                Shape.of(
                        "time_estimate",
                        0,
                        "total_time_spent",
                        0,
                        "human_time_estimate",
                        null,
                        "human_total_time_spent",
                        null));
        shape.put("task_completion_status", Tasks.of(item));
    }

    private List<Object> labelsOf(Item item, boolean details) {
        return labels.of(item).stream()
                .sorted(Comparator.comparing(Label::title))
                .map(label -> details ? (Object) planning.details(label) : label.title())
                .toList();
    }

    private Map<String, @Nullable Object> linksOf(Issue issue) {
        String self = links.api(issue);
        return Shape.of(
                "self",
                self,
                "notes",
                self + "/notes",
                "award_emoji",
                self + "/award_emoji",
                "project",
                links.api(world.projectOf(issue)),
                "closed_as_duplicate_of",
                null);
    }
}
