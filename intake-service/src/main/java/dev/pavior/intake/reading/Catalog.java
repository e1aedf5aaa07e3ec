package dev.pavior.intake.reading;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.chassis.kafka.KafkaSettings;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.CatalogEntry;
import dev.pavior.contract.v1.ReadCursor;
import dev.pavior.contract.v1.ReadJob;
import dev.pavior.contract.v1.ReadState;
import dev.pavior.intake.gitlab.Answer;
import dev.pavior.intake.gitlab.ApiPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the catalogue as GitLab has it: only what changed is published. */
final class Catalog {

    private final Desk desk;
    private final KafkaSettings kafka;
    private final AvroSerdes serdes;

    Catalog(Desk desk, KafkaSettings kafka, AvroSerdes serdes) {
        this.desk = desk;
        this.kafka = kafka;
        this.serdes = serdes;
    }

    /** Reads everything once; where to read everything else. */
    Places read(Abilities abilities) {
        var begun = desk.now();
        var round = new Round(desk.host(), begun);
        var places = new PlaceReading(desk, round).read();
        new PlanningReading(desk, abilities, round).read(places);
        var known = known();
        var changed = round.changed(known);
        publish(changed, vanished(round, known, places));
        desk.keep(
                ReadCursor.newBuilder()
                        .setSource(desk.source())
                        .setJob(ReadJob.CATALOG)
                        .setScope("all")
                        .setState(ReadState.DONE)
                        .setDoneCount(changed.size())
                        .setStartedAt(begun)
                        .setUpdatedAt(desk.now()));
        return places;
    }

    private void publish(List<CatalogEntry> changed, List<CatalogEntry> vanished) {
        var letters = new ArrayList<Letter>();
        changed.forEach(entry -> letters.add(desk.letters().cataloged(entry)));
        vanished.forEach(entry -> letters.add(desk.letters().forgotten(entry, desk.now())));
        desk.outbox().send(letters);
    }

    private List<CatalogEntry> vanished(
            Round round, Map<String, CatalogEntry> known, Places places) {
        var vanished = new ArrayList<>(round.vanished(known));
        for (var entry : known.values()) {
            if (isLostProject(entry, places)) {
                vanished.add(entry);
            }
        }
        return vanished;
    }

    /** A project that is listed no more may only have moved elsewhere: GitLab has the last word. */
    private boolean isLostProject(CatalogEntry entry, Places places) {
        var id = entry.getEntryId();
        var isProject =
                switch (entry.getKind()) {
                    case PROJECT -> true;
                    case PATH -> "project".equals(entry.getCategory());
                    default -> false;
                };
        return isProject
                && id != null
                && entry.getHost().equals(desk.host())
                && !places.projects().containsKey(id)
                && desk.gitLab().get(ApiPath.of("/projects/{}", id)) instanceof Answer.NotFound;
    }

    /**
     * What we ourselves told last of each entry, so that what a hook told is told by us once more,
     * and what only hooks know is left alone; all but what they say is deleted.
     */
    private Map<String, CatalogEntry> known() {
        var known = new HashMap<String, CatalogEntry>();
        var reader = serdes.<CatalogEntry>of(Topics.CATALOG).deserializer();
        Consumers.scan(
                kafka,
                Topics.CATALOG.name(),
                record -> {
                    known.remove(record.key());
                    if (record.value() != null) {
                        var entry = reader.deserialize(record.topic(), record.value());
                        if (Letters.isOurs(record) || "deleted".equals(entry.getState())) {
                            known.put(record.key(), entry);
                        }
                    }
                });
        return known;
    }
}
