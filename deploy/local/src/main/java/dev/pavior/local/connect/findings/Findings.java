package dev.pavior.local.connect.findings;

import java.util.List;

/**
 * What was found in a GitLab.
 *
 * @param items all items that exist
 * @param places where they are
 * @param milestones the milestones they may be in
 * @param wishes the edits that a dry run did not make
 */
public record Findings(
        List<Item> items, Places places, List<Milestone> milestones, List<Wish> wishes) {

    public Findings {
        items = List.copyOf(items);
        milestones = List.copyOf(milestones);
        wishes = List.copyOf(wishes);
    }
}
