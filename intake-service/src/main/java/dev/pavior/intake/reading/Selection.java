package dev.pavior.intake.reading;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts queries together out of what a GitLab has. */
record Selection(Abilities abilities) {

    /** The key of a work item, which makes it addressable. */
    private static final String KEY = "iid workItemType { name } namespace { id } project { id }";

    private static final Map<String, String> DETAILS =
            Map.of(
                    "WorkItemWidgetStatus.status",
                    "status { id name }",
                    "WorkItemWidgetHierarchy.parent",
                    "parent { " + KEY + " }",
                    "WorkItemWidgetLinkedItems.linkedItems",
                    "linkedItems(first: 100) { nodes { linkType workItem { " + KEY + " } } }",
                    "WorkItemWidgetHealthStatus.healthStatus",
                    "healthStatus",
                    "WorkItemWidgetIteration.iteration",
                    "iteration { id }");

    private static final Map<String, String> WHOLE =
            Map.of(
                    "WorkItemWidgetLabels.labels",
                    "labels { nodes { title } }",
                    "WorkItemWidgetMilestone.milestone",
                    "milestone { id }",
                    "WorkItemWidgetWeight.weight",
                    "weight",
                    "WorkItemWidgetDescription.description",
                    "description",
                    "WorkItemWidgetAssignees.assignees",
                    "assignees { nodes { id } }",
                    "WorkItemWidgetAwardEmoji.upvotes",
                    "upvotes downvotes");

    private static final List<String> ITSELF =
            List.of("id", "title", "state", "confidential", "createdAt", "updatedAt", "closedAt");

    /** What lists do not show of issues; empty where this GitLab shows no more. */
    String details() {
        if (!abilities.has("Project.workItems(iids)")) {
            return "";
        }
        var asked = counts() + widgets(DETAILS);
        var age = abilities.has("WorkItem.updatedAt") ? "updatedAt " : "";
        return asked.isEmpty() ? "" : "iid " + age + asked;
    }

    /** Epics whole; empty where this GitLab has none. */
    String epics() {
        if (!abilities.has("Group.workItems(types)")) {
            return "";
        }
        var itself =
                ITSELF.stream()
                        .filter(field -> abilities.has("WorkItem." + field))
                        .collect(Collectors.joining(" "));
        var author = abilities.has("WorkItem.author") ? " author { id }" : "";
        var everything = new TreeMap<>(DETAILS);
        everything.putAll(WHOLE);
        return "iid namespace { id fullPath } workItemType { name } "
                + itself
                + author
                + " "
                + counts()
                + widgets(everything);
    }

    private String counts() {
        return abilities.has("WorkItem.userDiscussionsCount") ? "userDiscussionsCount " : "";
    }

    private String widgets(Map<String, String> wanted) {
        var fragments =
                new TreeMap<>(wanted)
                        .entrySet().stream()
                                .filter(part -> abilities.has(part.getKey()))
                                .map(part -> fragment(part.getKey(), part.getValue()))
                                .collect(Collectors.joining(" "));
        return fragments.isEmpty() ? "" : "widgets { " + fragments + " }";
    }

    private static String fragment(String field, String selection) {
        var type = field.substring(0, field.indexOf('.'));
        return "... on " + type + " { " + selection + " }";
    }
}
