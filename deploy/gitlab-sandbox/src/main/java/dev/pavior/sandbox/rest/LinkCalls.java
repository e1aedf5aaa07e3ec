package dev.pavior.sandbox.rest;

import dev.pavior.sandbox.domain.Issue;
import dev.pavior.sandbox.domain.IssueLink;
import dev.pavior.sandbox.domain.Refusal;
import dev.pavior.sandbox.shape.Shape;
import dev.pavior.sandbox.shape.Times;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls on what issues have to do with each other. */
final class LinkCalls {

    private final Desk desk;

    LinkCalls(Desk desk) {
        this.desk = desk;
    }

    Answer list(Call call) {
        var issue = desk.places().issue(call);
        var links = List.copyOf(desk.world().linksByIssue.of(issue.id()).values());
        return desk.page(call, links, link -> related(link, issue));
    }

    Answer create(Call call) {
        var source = desk.places().issue(call);
        var project = desk.places().project(call, call.fields().required("target_project_id"));
        long iid = Long.parseLong(call.fields().required("target_issue_iid"));
        var target =
                desk.world()
                        .issueItems
                        .numbered(project.home(), iid)
                        .orElseThrow(Refusal::noSuchObject);
        var link = desk.office().linking().link(source, target, call.fields(), call.deed());
        return Answer.created(shape(link, source));
    }

    Answer delete(Call call) {
        var issue = desk.places().issue(call);
        var link = desk.world().linksByIssue.of(issue.id()).get(call.number("link_id"));
        if (link == null) {
            throw Refusal.noSuchObject();
        }
        desk.office().linking().unlink(link, call.deed());
        return Answer.ok(shape(link, issue));
    }

    private Map<String, @Nullable Object> related(IssueLink link, Issue from) {
        var other = desk.world().issues.get(link.other(from.id()));
        var shape = desk.items().listed(other, false);
        shape.put("issue_link_id", link.id());
        shape.put("link_type", link.seenFrom(from.id()));
        shape.put("link_created_at", Times.iso(link.createdAt()));
        shape.put("link_updated_at", Times.iso(link.createdAt()));
        return shape;
    }

    private Map<String, @Nullable Object> shape(IssueLink link, Issue from) {
        var to = desk.world().issues.get(link.other(from.id()));
        return Shape.of(
                "id", link.id(),
                "source_issue", basic(from),
                "target_issue", basic(to),
                "link_type", link.seenFrom(from.id()));
    }

    /** Less than a list shows. */
    private Object basic(Issue issue) {
        var shape = desk.items().listed(issue, false);
        shape.keySet()
                .removeAll(
                        List.of(
                                "references",
                                "severity",
                                "_links",
                                "has_tasks",
                                "imported",
                                "imported_from",
                                "moved_to_id",
                                "service_desk_reply_to",
                                "blocking_issues_count",
                                "task_completion_status",
                                "epic",
                                "epic_iid",
                                "iteration",
                                "health_status"));
        return shape;
    }
}
