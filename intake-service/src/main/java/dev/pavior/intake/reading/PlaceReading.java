package dev.pavior.intake.reading;

import dev.pavior.contract.v1.CatalogEntry;
import dev.pavior.contract.v1.CatalogKind;
import dev.pavior.intake.gitlab.ApiPath;
import dev.pavior.intake.reading.sight.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Finds out which groups and projects the configured ones are, and what is in them. */
final class PlaceReading {

    private static final Logger log = LoggerFactory.getLogger(PlaceReading.class);

    private final Desk desk;
    private final Lists lists;
    private final Round round;

    PlaceReading(Desk desk, Round round) {
        this.desk = desk;
        this.lists = new Lists(desk.gitLab());
        this.round = round;
    }

    Places read() {
        var roots = new ArrayList<Place>();
        var subgroups = new ArrayList<Place>();
        var inGroups = new ArrayList<Place>();
        for (var name : desk.gitLab().source().groups()) {
            var group = one("/groups/{}", name).flatMap(this::group);
            group.ifPresent(roots::add);
            group.ifPresent(root -> subgroups.addAll(below(root)));
            group.ifPresent(root -> inGroups.addAll(projectsOf(root)));
        }
        var named = new ArrayList<Place>();
        for (var name : desk.gitLab().source().projects()) {
            one("/projects/{}", name).flatMap(this::project).ifPresent(named::add);
        }
        return Places.of(roots, subgroups, inGroups, named);
    }

    private Optional<JsonNode> one(String template, String name) {
        var found = desk.gitLab().get(ApiPath.of(template, name)).orAway();
        if (found.isEmpty()) {
            log.atError()
                    .addKeyValue("source", desk.source())
                    .addKeyValue("place", name)
                    .log("GitLab does not show this group or project to the read token");
        }
        return found;
    }

    private List<Place> below(Place group) {
        return rows(ApiPath.of("/groups/{}/descendant_groups", group.id())).stream()
                .map(this::group)
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Place> projectsOf(Place group) {
        var path =
                ApiPath.of("/groups/{}/projects", group.id())
                        .with("include_subgroups", true)
                        .with("with_shared", false);
        return rows(path).stream().map(this::project).flatMap(Optional::stream).toList();
    }

    private List<JsonNode> rows(ApiPath path) {
        return lists.whole(path).orElseGet(List::of);
    }

    private Optional<Place> group(JsonNode row) {
        return place(row, Place.Kind.GROUP, "full_path", CatalogKind.GROUP);
    }

    private Optional<Place> project(JsonNode row) {
        return place(row, Place.Kind.PROJECT, "path_with_namespace", CatalogKind.PROJECT);
    }

    private Optional<Place> place(
            JsonNode row, Place.Kind kind, String pathField, CatalogKind entryKind) {
        var id = Values.id(row.path("id"));
        var path = Values.text(row.path(pathField));
        if (id == null || path == null) {
            return Optional.empty();
        }
        var branch = Values.text(row.path("default_branch"));
        round.found(
                round.entry(entryKind, Long.toString(id))
                        .setEntryId(id)
                        .setName(Values.text(row.path("name")))
                        .setFullPath(path)
                        .setVisibility(Values.text(row.path("visibility")))
                        .setArchived(Values.flag(row.path("archived")))
                        .setDefaultBranch(branch));
        round.found(path(path, id, kind));
        return Optional.of(new Place(kind, id, path, branch));
    }

    private CatalogEntry.Builder path(String path, long id, Place.Kind kind) {
        return round.entry(CatalogKind.PATH, path)
                .setEntryId(id)
                .setFullPath(path)
                .setCategory(kind == Place.Kind.GROUP ? "group" : "project");
    }
}
