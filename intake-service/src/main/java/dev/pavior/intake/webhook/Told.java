package dev.pavior.intake.webhook;

import dev.pavior.contract.Topic;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.CatalogEntry;
import dev.pavior.contract.v1.Note;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.WorkRequest;
import org.apache.avro.specific.SpecificRecord;

/**
 * One record that a delivery leads to.
 *
 * @param host host of the instance that told it
 */
record Told(Topic topic, String key, String host, SpecificRecord value) {

    static Told seen(Observation observation) {
        return new Told(
                Topics.OBSERVATIONS, observation.getItem(), observation.getHost(), observation);
    }

    static Told written(Note note) {
        return new Told(Topics.NOTES, note.getItem(), note.getHost(), note);
    }

    static Told listed(CatalogEntry entry) {
        return new Told(Topics.CATALOG, entry.getEntry(), entry.getHost(), entry);
    }

    static Told asked(WorkRequest request, String host) {
        return new Told(Topics.REQUESTS, request.getId(), host, request);
    }
}
