package dev.pavior.intake.reading;

import dev.pavior.intake.reading.sight.Values;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Remembers what a scope has published lately, so that overlapping looks do not repeat it. */
final class Published {

    private static final int KEPT = 20_000;

    private final Map<Long, Instant> newest =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, Instant> eldest) {
                    return size() > KEPT;
                }
            };

    List<JsonNode> news(List<JsonNode> rows) {
        return rows.stream().filter(row -> !isKnown(row)).toList();
    }

    void add(List<JsonNode> rows) {
        for (var row : rows) {
            var id = id(row);
            var at = updatedAt(row);
            if (id != null && at != null) {
                newest.put(id, at);
            }
        }
    }

    private boolean isKnown(JsonNode row) {
        var id = id(row);
        var at = updatedAt(row);
        return id != null && at != null && at.equals(newest.get(id));
    }

    private static @Nullable Long id(JsonNode row) {
        return Values.id(row.path("id"));
    }

    /** Lists and queries spell it differently. */
    static @Nullable Instant updatedAt(JsonNode row) {
        var listed = Values.time(row.path("updated_at"));
        return listed == null ? Values.time(row.path("updatedAt")) : listed;
    }
}
