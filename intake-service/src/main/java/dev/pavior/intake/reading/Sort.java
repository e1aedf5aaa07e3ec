package dev.pavior.intake.reading;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.Observation;
import dev.pavior.intake.reading.sight.Look;
import java.util.List;
import java.util.function.LongConsumer;
import tools.jackson.databind.JsonNode;

/** A sort of items that GitLab lists, and how its rows become sights. */
interface Sort {

    /** The sort, as paths and cursors name it. */
    String word();

    ItemKey.Kind kind();

    /** The sights of these rows, with their details. */
    default List<Observation> sights(List<JsonNode> rows, Look look) {
        return sights(rows, look, id -> {});
    }

    /**
     * The sights of these rows, with their details.
     *
     * @param lacking is told GitLab's id of each whose details could not be read
     */
    List<Observation> sights(List<JsonNode> rows, Look look, LongConsumer lacking);
}
