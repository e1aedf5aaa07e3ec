package dev.pavior.intake.reading;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.Observation;
import dev.pavior.intake.reading.sight.Look;
import dev.pavior.intake.reading.sight.Values;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import tools.jackson.databind.JsonNode;

/** Items of which only the numbers are noted. */
record NumberedSort(String word, ItemKey.Kind kind, List<Long> seen) implements Sort {

    NumberedSort(String word, ItemKey.Kind kind) {
        this(word, kind, new CopyOnWriteArrayList<>());
    }

    @Override
    public List<Observation> sights(List<JsonNode> rows, Look look, LongConsumer lacking) {
        rows.forEach(row -> seen.add(Values.id(row.path("iid"))));
        return List.of();
    }
}
