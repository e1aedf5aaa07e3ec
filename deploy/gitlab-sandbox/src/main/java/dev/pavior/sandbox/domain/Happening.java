package dev.pavior.sandbox.domain;

import org.jspecify.annotations.Nullable;

/** Something that hooks tell of. */
public sealed interface Happening {

    Deed deed();

    /** The issue or merge request it is about. */
    Item item();

    /** An item was opened or changed. */
    record Changed(String action, @Nullable Item before, Item item, Deed deed)
            implements Happening {}

    /** A comment was written or rewritten. */
    record Noted(String action, Note note, Item item, Deed deed) implements Happening {}
}
