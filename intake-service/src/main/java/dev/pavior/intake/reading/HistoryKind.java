package dev.pavior.intake.reading;

import dev.pavior.contract.v1.HistoryEvent;
import dev.pavior.intake.reading.sight.Values;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A kind of dated changes that GitLab keeps of an item. */
enum HistoryKind {
    LABEL(true, false),
    STATE(true, false),
    MILESTONE(true, false),
    WEIGHT(false, true),
    ITERATION(false, true);

    private final boolean ofMergeRequests;
    private final boolean licensed;

    HistoryKind(boolean ofMergeRequests, boolean licensed) {
        this.ofMergeRequests = ofMergeRequests;
        this.licensed = licensed;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where they stand below an item. */
    String path() {
        return "resource_" + word() + "_events";
    }

    /** Whether merge requests have such changes too, and not only issues. */
    boolean ofMergeRequests() {
        return ofMergeRequests;
    }

    /** Whether only some licences of GitLab have such changes. */
    boolean licensed() {
        return licensed;
    }

    /** One change, empty where it says neither which nor when. */
    Optional<HistoryEvent> read(JsonNode row) {
        var id = Values.id(row.path("id"));
        var at = Values.time(row.path("created_at"));
        return id == null || at == null ? Optional.empty() : Optional.of(read(row, id, at));
    }

    private HistoryEvent read(JsonNode row, long id, Instant at) {
        var event =
                HistoryEvent.newBuilder()
                        .setEventId(id)
                        .setKind(dev.pavior.contract.v1.HistoryKind.valueOf(name()))
                        .setAt(at)
                        .setActorId(Values.id(row.path("user").path("id")))
                        .setAdded(!"remove".equals(Values.text(row.path("action"))));
        return detailed(row, event).build();
    }

    private HistoryEvent.Builder detailed(JsonNode row, HistoryEvent.Builder event) {
        return switch (this) {
            case LABEL ->
                    event.setLabelId(Values.id(row.path("label").path("id")))
                            .setLabel(Values.text(row.path("label").path("name")));
            case STATE -> event.setState(Values.text(row.path("state")));
            case MILESTONE -> event.setMilestoneId(Values.id(row.path("milestone").path("id")));
            case WEIGHT -> event.setWeight(Values.count(row.path("weight")));
            case ITERATION -> event.setIterationId(Values.id(row.path("iteration").path("id")));
        };
    }
}
