package dev.pavior.intake.reading.sight;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.Observation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Sights of single facts, and what one question adds to the sight of a merge request. */
public final class Sights {

    private Sights() {}

    /** That a read did not find an item; no time of GitLab's goes with it. */
    public static Observation gone(ItemKey key, Look look, String reason) {
        var sighting = new Sighting(key, look);
        sighting.show("gone");
        sighting.observation().setGoneReason(reason);
        return sighting.done();
    }

    /** That an issue came from another one. */
    public static Observation movedFrom(ItemKey key, ItemKey from, Look look) {
        var sighting = new Sighting(key, look);
        sighting.show("movedFrom");
        sighting.observation().setMovedFrom(from.toString());
        return sighting.done();
    }

    /** Where an issue has gone. */
    public static void addMovedTo(Sighting sighting, ItemKey to) {
        sighting.show("movedTo");
        sighting.observation().setMovedTo(to.toString());
    }

    /** The issues that a merge request closes, by GitLab's own list. */
    public static void addCloses(Sighting sighting, List<JsonNode> issues) {
        sighting.show("closesRead");
        sighting.observation()
                .setClosesRead(
                        issues.stream()
                                .map(issue -> issueKey(sighting.key().host(), issue))
                                .filter(Objects::nonNull)
                                .map(key -> (String) key)
                                .distinct()
                                .sorted()
                                .toList());
    }

    /** Who has approved a merge request, and whether that is enough. */
    public static void addApprovals(Sighting sighting, JsonNode approvals) {
        var seen = sighting.observation();
        sighting.value("approved", approvals, Sights::approved, seen::setApproved);
        if (approvals.path("approved_by").isArray()) {
            sighting.show("approverIds");
            seen.setApproverIds(
                    Values.sorted(
                            approvals.path("approved_by"),
                            by -> Values.id(by.path("user").path("id"))));
        }
    }

    /** Where nobody has to approve, GitLab calls approved what nobody did; its hooks never do. */
    private static @Nullable Boolean approved(JsonNode approvals) {
        var enough = Values.flag(approvals.path("approved"));
        var by = approvals.path("approved_by");
        var byNobody = by.isArray() && by.isEmpty();
        if (enough == null) {
            return null;
        }
        return enough && !byNobody;
    }

    /** An issue of another tracker has no number here. */
    private static @Nullable String issueKey(String host, JsonNode issue) {
        var project = Values.id(issue.path("project_id"));
        var iid = Values.id(issue.path("iid"));
        return project == null || iid == null ? null : ItemKey.issue(host, project, iid).toString();
    }
}
