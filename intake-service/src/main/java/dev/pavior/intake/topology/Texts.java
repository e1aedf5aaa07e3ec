package dev.pavior.intake.topology;

import dev.pavior.contract.v1.ItemText;
import dev.pavior.contract.v1.ItemTitle;
import dev.pavior.contract.v1.Observation;
import dev.pavior.intake.domain.Excerpt;
import dev.pavior.intake.domain.Told;

/** Writes the words of an item down as records. */
final class Texts {

    /** How much of a description is passed on, in bytes of UTF-8. */
    private static final int LIMIT = 64 * 1024;

    private Texts() {}

    /**
     * The record of title and description.
     *
     * @param seen the observation that shows them
     */
    static ItemText text(Observation seen, Told.Words told) {
        var description = Excerpt.of(SightDrawing.description(seen), LIMIT);
        return ItemText.newBuilder()
                .setItem(seen.getItem())
                .setTextDigest(told.digest())
                .setTitle(SightDrawing.title(seen))
                .setDescription(description.words())
                .setCut(description.cut())
                .setConfidential(told.confidential())
                .setValidFrom(told.validFrom())
                .setRevision(told.revision())
                .build();
    }

    /** The record of the title. */
    static ItemTitle title(Observation seen, long revision) {
        return new ItemTitle(seen.getItem(), SightDrawing.title(seen), revision);
    }
}
