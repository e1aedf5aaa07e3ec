package dev.pavior.local.connect.findings;

import dev.pavior.contract.ItemKey.Container;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A milestone as it is now.
 *
 * @param id GitLab's id of it
 * @param title what people call it
 * @param holder whether a project or a group has it
 * @param holderId which one
 * @param start its first day
 * @param due its last day
 * @param state active or closed
 */
public record Milestone(
        long id,
        String title,
        Container holder,
        long holderId,
        Optional<LocalDate> start,
        Optional<LocalDate> due,
        String state) {

    boolean isDated() {
        return start.isPresent() && due.isPresent();
    }
}
