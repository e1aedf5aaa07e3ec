package dev.pavior.local.connect.findings;

import dev.pavior.contract.ItemKey;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A work item as it was last seen.
 *
 * @param key its name
 * @param type GitLab's word for what it is, such as Incident; empty for a merge request
 * @param state opened, closed, merged or locked
 * @param labels titles of its labels
 * @param milestone id of its milestone
 * @param confidential whether only members see it
 */
public record Item(
        ItemKey key,
        String type,
        String state,
        Set<String> labels,
        OptionalLong milestone,
        boolean confidential) {

    public Item {
        labels = Set.copyOf(labels);
    }

    boolean isOpen() {
        return state.equals("opened") || state.equals("locked");
    }

    /** What people call its kind. */
    public String kind() {
        return switch (key.kind()) {
            case MERGE_REQUEST -> "merge request";
            case EPIC -> "epic";
            case ISSUE -> type.isEmpty() ? "issue" : type.toLowerCase(Locale.ROOT);
        };
    }
}
