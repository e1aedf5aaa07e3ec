package dev.pavior.local.connect;

import dev.pavior.local.connect.report.Kpi;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The numbers of the charter, as {@code GET /v1/kpis} tells them. */
final class Kpis {

    private Kpis() {}

    static List<Kpi> of(JsonNode list) {
        return list.path("kpis").values().stream().map(Kpis::one).toList();
    }

    private static Kpi one(JsonNode entry) {
        return new Kpi(
                entry.path("kpi").path("title").asString(""),
                value(entry.path("current")),
                value(entry.path("previous")));
    }

    private static String value(JsonNode point) {
        if (!point.path("value").isNumber()) {
            return "-";
        }
        return point.path("denominator").isNumber()
                ? String.format(
                        Locale.ROOT,
                        "%.1f %% (%d of %d)",
                        point.path("value").asDouble(),
                        point.path("numerator").asLong(0),
                        point.path("denominator").asLong(0))
                : point.path("value").asString();
    }
}
