package dev.pavior.local.hooks;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * One hook, in words for a table; a dash stands for nothing.
 *
 * @param place its source and container
 * @param disabledUntil until when GitLab has disabled it
 * @param missing the kinds of events that it does not deliver
 * @param failed how many deliveries failed lately
 * @param lastAction what was last done about it, and when
 */
record HookLine(
        String place,
        String hook,
        String status,
        String disabledUntil,
        String missing,
        String failed,
        String lastAction) {

    static final HookLine HEADER =
            new HookLine(
                    "CONTAINER",
                    "HOOK",
                    "STATUS",
                    "DISABLED UNTIL",
                    "MISSING EVENTS",
                    "FAILED",
                    "LAST ACTION");

    static HookLine of(JsonNode hook) {
        return new HookLine(
                text(hook, "source") + " " + text(hook, "container"),
                text(hook, "hookId"),
                text(hook, "status"),
                seconds(text(hook, "disabledUntil")),
                missing(hook.path("missingEvents")),
                text(hook, "failed"),
                action(hook));
    }

    boolean isExecutable() {
        return status.equals("executable");
    }

    /** The cells in the order of the table. */
    List<String> cells() {
        return List.of(place, hook, status, disabledUntil, missing, failed, lastAction);
    }

    private static String missing(JsonNode events) {
        var names =
                StreamSupport.stream(events.spliterator(), false)
                        .map(event -> event.asString("").replaceFirst("_events$", ""))
                        .toList();
        return names.isEmpty() ? "-" : String.join(",", names);
    }

    private static String action(JsonNode hook) {
        var action = text(hook, "lastAction");
        return action.equals("-") ? action : action + " " + seconds(text(hook, "lastActionAt"));
    }

    /** A time without the fractions of its second. */
    private static String seconds(String time) {
        return time.replaceFirst("\\.\\d+Z$", "Z");
    }

    private static String text(JsonNode hook, String field) {
        var said = hook.path(field).asString("");
        return said.isEmpty() ? "-" : said;
    }
}
