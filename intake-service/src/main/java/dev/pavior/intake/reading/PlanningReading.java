package dev.pavior.intake.reading;

import dev.pavior.contract.v1.CatalogEntry;
import dev.pavior.contract.v1.CatalogKind;
import dev.pavior.intake.gitlab.ApiPath;
import dev.pavior.intake.reading.sight.Values;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what items are planned with: milestones, labels, iterations and people. */
final class PlanningReading {

    private final Desk desk;
    private final Lists lists;
    private final Abilities abilities;
    private final Round round;

    PlanningReading(Desk desk, Abilities abilities, Round round) {
        this.desk = desk;
        this.lists = new Lists(desk.gitLab());
        this.abilities = abilities;
        this.round = round;
    }

    void read(Places places) {
        places.groups().forEach(this::readGroup);
        places.projects().values().forEach(this::readProject);
        new StatusReading(desk, abilities, round).read(places);
    }

    private void readGroup(Place group) {
        var path = ApiPath.of("/groups/{}", group.id());
        readMilestones(group, path);
        readLabels(group, path.slash("labels").with("only_group_labels", true));
        read(group, CatalogKind.ITERATION, path.slash("iterations"), this::iteration);
        readPeople(path);
    }

    private void readProject(Place project) {
        var path = ApiPath.of("/projects/{}", project.id());
        readMilestones(project, path);
        readLabels(project, path.slash("labels"));
        readPeople(path);
    }

    /** How one row becomes an entry. */
    private interface Row {
        Optional<CatalogEntry.Builder> entry(JsonNode row, long id);
    }

    private void read(Place place, CatalogKind kind, ApiPath path, Row reader) {
        var rows = lists.whole(path);
        rows.ifPresent(all -> all.forEach(row -> read(row, reader)));
        rows.ifPresent(all -> round.complete(kind, place));
    }

    private void read(JsonNode row, Row reader) {
        var id = Values.id(row.path("id"));
        if (id != null) {
            reader.entry(row, id).ifPresent(round::found);
        }
    }

    private void readMilestones(Place place, ApiPath path) {
        read(place, CatalogKind.MILESTONE, path.slash("milestones"), this::milestone);
    }

    private Optional<CatalogEntry.Builder> milestone(JsonNode row, long id) {
        return Optional.of(
                round.entry(CatalogKind.MILESTONE, Long.toString(id))
                        .setEntryId(id)
                        .setIid(Values.id(row.path("iid")))
                        .setProjectId(Values.id(row.path("project_id")))
                        .setGroupId(Values.id(row.path("group_id")))
                        .setName(Values.text(row.path("title")))
                        .setState(Values.text(row.path("state")))
                        .setStartDate(Values.day(row.path("start_date")))
                        .setDueDate(Values.day(row.path("due_date"))));
    }

    /** A label does not say whose it is: a project's own list has those of its groups too. */
    private void readLabels(Place place, ApiPath path) {
        read(
                place,
                CatalogKind.LABEL,
                path.with("include_ancestor_groups", false),
                (row, id) ->
                        Boolean.FALSE.equals(Values.flag(row.path("is_project_label")))
                                        && !place.isGroup()
                                ? Optional.empty()
                                : Optional.of(label(row, id, place)));
    }

    private CatalogEntry.Builder label(JsonNode row, long id, Place place) {
        return round.entry(CatalogKind.LABEL, Long.toString(id))
                .setEntryId(id)
                .setProjectId(place.isGroup() ? null : place.id())
                .setGroupId(place.isGroup() ? place.id() : null)
                .setName(Values.text(row.path("name")))
                .setArchived(Values.flag(row.path("archived")));
    }

    private Optional<CatalogEntry.Builder> iteration(JsonNode row, long id) {
        return Optional.of(
                round.entry(CatalogKind.ITERATION, Long.toString(id))
                        .setEntryId(id)
                        .setIid(Values.id(row.path("iid")))
                        .setGroupId(Values.id(row.path("group_id")))
                        .setName(Values.text(row.path("title")))
                        .setState(iterationState(Values.count(row.path("state"))))
                        .setStartDate(Values.day(row.path("start_date")))
                        .setDueDate(Values.day(row.path("due_date"))));
    }

    /** Alone among states this one is a number. */
    private static @Nullable String iterationState(@Nullable Integer number) {
        return switch (number == null ? 0 : number) {
            case 1 -> "upcoming";
            case 2 -> "current";
            case 3 -> "closed";
            default -> null;
        };
    }

    /** People stay in the catalogue when they leave: items go on to name them. */
    private void readPeople(ApiPath path) {
        lists.whole(path.slash("members/all"))
                .ifPresent(people -> people.forEach(person -> read(person, this::person)));
    }

    private Optional<CatalogEntry.Builder> person(JsonNode row, long id) {
        return Optional.of(
                round.entry(CatalogKind.USER, Long.toString(id))
                        .setEntryId(id)
                        .setName(Values.text(row.path("username")))
                        .setState(Values.text(row.path("state"))));
    }
}
