package dev.pavior.intake.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which of an item's words stand where they may be read; the words themselves are not remembered.
 *
 * @param text null where none stands
 * @param title digest of the title; null where none stands
 */
public record Told(@Nullable Words text, @Nullable String title) {

    /** Nothing was told yet. */
    public static final Told NOTHING = new Told(null, null);

    /**
     * The text that stands.
     *
     * @param digest of title and description
     * @param confidential whether it stands as that of a confidential item
     * @param validFrom since when these are the words
     * @param revision of the item that first had them
     */
    public record Words(String digest, boolean confidential, Instant validFrom, long revision) {}
}
