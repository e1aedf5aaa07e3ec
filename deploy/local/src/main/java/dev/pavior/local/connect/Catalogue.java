package dev.pavior.local.connect;

import dev.pavior.contract.ItemKey.Container;
import dev.pavior.local.connect.findings.Milestone;
import dev.pavior.local.connect.findings.Places;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps of the catalogue what a report speaks of. */
final class Catalogue {

    private final Places places = new Places();
    private final Map<Long, Milestone> milestones = new TreeMap<>();

    void take(Fields entry) {
        long id = entry.number("entryId").orElse(0);
        switch (entry.text("kind")) {
            case "PROJECT" -> putPlace(Container.PROJECT, id, entry);
            case "GROUP" -> putPlace(Container.GROUP, id, entry);
            case "MILESTONE" -> milestones.put(id, milestone(id, entry));
            default -> {
                // A report speaks of no others.
            }
        }
    }

    Places places() {
        return places;
    }

    List<Milestone> milestones() {
        return List.copyOf(milestones.values());
    }

    private void putPlace(Container container, long id, Fields entry) {
        if (!entry.text("fullPath").isEmpty()) {
            places.put(container, id, entry.text("fullPath"));
        }
    }

    private static Milestone milestone(long id, Fields entry) {
        return new Milestone(
                id,
                entry.text("name"),
                entry.has("projectId") ? Container.PROJECT : Container.GROUP,
                entry.number("projectId").orElse(entry.number("groupId").orElse(0)),
                entry.day("startDate"),
                entry.day("dueDate"),
                entry.text("state"));
    }
}
