package dev.pavior.local.hooks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The hooks of all sources.
 *
 * @param unwatched names of the sources whose hooks nobody looks after
 * @param hooks all that are known, in the order of the intake
 */
public record HookSheet(List<String> unwatched, List<HookLine> hooks) {

    /** What the intake tells. */
    public static HookSheet of(JsonNode sheet) {
        var unwatched = new ArrayList<String>();
        for (var source : sheet.path("sources").properties()) {
            if (!source.getValue().asBoolean(false)) {
                unwatched.add(source.getKey());
            }
        }
        var hooks =
                StreamSupport.stream(sheet.path("hooks").spliterator(), false)
                        .map(HookLine::of)
                        .toList();
        return new HookSheet(List.copyOf(unwatched), hooks);
    }

    /** Whether there are hooks, and all of them work. */
    public boolean isHealthy() {
        return !hooks.isEmpty() && hooks.stream().allMatch(HookLine::isExecutable);
    }
}
