package dev.pavior.intake.webhook;

import dev.pavior.contract.v1.CatalogKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a payload shows beside its item: the place, the labels and the people, as entries. */
final class Surroundings {

    /** Nobody needs more from one hook; a read lists them all. */
    private static final int LIMIT = 100;

    private final Payload payload;
    private final LinkedHashMap<String, Told> entries = new LinkedHashMap<>();

    private Surroundings(Payload payload) {
        this.payload = payload;
    }

    static List<Told> of(Payload payload) {
        var surroundings = new Surroundings(payload);
        surroundings.addPlaces();
        surroundings.addLabels();
        surroundings.addPeople();
        return List.copyOf(surroundings.entries.values());
    }

    private void addPlaces() {
        var places = new ArrayList<Place>();
        Place.project(payload.at("project")).ifPresent(places::add);
        Place.group(payload.at("group")).ifPresent(places::add);
        for (var place : places) {
            add(place.entry(payload, null));
            place.pathEntry(payload).forEach(this::add);
        }
    }

    private void addLabels() {
        elements(payload.at("labels")).forEach(this::addLabel);
    }

    private void addLabel(JsonNode label) {
        var id = Json.id(label.path("id"));
        var title = Entries.name(label.path("title"));
        if (id.isPresent() && title.isPresent()) {
            add(
                    Told.listed(
                            Entries.of(payload, CatalogKind.LABEL, id.getAsLong())
                                    .setName(title.get())
                                    .setProjectId(Payload.boxed(Json.id(label.path("project_id"))))
                                    .setGroupId(Payload.boxed(Json.id(label.path("group_id"))))
                                    .build()));
        }
    }

    private void addPeople() {
        addPerson(payload.at("user"));
        elements(payload.at("assignees")).forEach(this::addPerson);
        elements(payload.at("reviewers")).forEach(this::addPerson);
    }

    private void addPerson(JsonNode person) {
        var id = Json.id(person.path("id"));
        var name = Entries.name(person.path("username"));
        if (id.isPresent() && name.isPresent()) {
            add(
                    Told.listed(
                            Entries.of(payload, CatalogKind.USER, id.getAsLong())
                                    .setName(name.get())
                                    .build()));
        }
    }

    private void add(Told entry) {
        entries.putIfAbsent(entry.key(), entry);
    }

    private static List<JsonNode> elements(JsonNode array) {
        return array.isArray() ? array.valueStream().limit(LIMIT).toList() : List.of();
    }
}
