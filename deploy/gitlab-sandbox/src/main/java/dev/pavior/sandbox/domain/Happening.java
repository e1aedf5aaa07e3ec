package dev.pavior.sandbox.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something that hooks tell of. */
public sealed interface Happening {

    Deed deed();

    /** The project or group in which it happens. */
    Home home();

    /** Something that happens to an item. */
    sealed interface ToItem extends Happening {

        Item item();

        @Override
        default Home home() {
            return item().home();
        }
    }

    /**
     * An item was opened or changed.
     *
     * @param reason why GitLab itself did it, where it did
     */
    record Changed(
            String action, @Nullable Item before, Item item, Deed deed, @Nullable String reason)
            implements ToItem {

        public Changed(String action, @Nullable Item before, Item item, Deed deed) {
            this(action, before, item, deed, null);
        }
    }

    /** A comment was written or rewritten. */
    record Noted(String action, Note note, Item item, Deed deed) implements ToItem {}

    /** An emoji was given or taken back. */
    record Awarded(String action, Award award, Item item, Deed deed) implements ToItem {}

    /** A milestone was made, closed or opened again. */
    record Scheduled(String action, Milestone milestone, Deed deed) implements Happening {

        @Override
        public Home home() {
            return milestone.home();
        }
    }

    /** An access token of a project or group will soon expire. */
    record Expiring(Home home, long token, String name, LocalDate expiresAt, Deed deed)
            implements Happening {}
}
