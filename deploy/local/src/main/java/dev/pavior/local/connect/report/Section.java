package dev.pavior.local.connect.report;

import java.util.List;

/**
 * A part of a report under its own title.
 *
 * @param title what it is about
 * @param blocks what it says
 */
public record Section(String title, List<Block> blocks) {

    public Section {
        blocks = List.copyOf(blocks);
    }

    static Section of(String title, Block... blocks) {
        return new Section(title, List.of(blocks));
    }
}
