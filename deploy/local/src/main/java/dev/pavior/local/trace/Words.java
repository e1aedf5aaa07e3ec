package dev.pavior.local.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.avro.generic.GenericRecord;

/** Says in a few words what a record says; of text only how much there is, unless asked for. */
final class Words {

    private static final Map<String, BiFunction<Words, GenericRecord, String>> BY_TYPE =
            Map.ofEntries(
                    Map.entry("Observation", Words::observation),
                    Map.entry("WorkItem", Words::workItem),
                    Map.entry("ItemText", (words, v) -> words.text(v, "title", "description")),
                    Map.entry("ItemTitle", (words, v) -> words.text(v, "title")),
                    Map.entry("ItemHistory", (words, v) -> "history read from GitLab"),
                    Map.entry("Note", Words::note),
                    Map.entry(
                            "CatalogEntry",
                            (words, v) -> said(v, "kind") + " " + said(v, "entryId")),
                    Map.entry("Decision", (words, v) -> decision(v)),
                    Map.entry("Workflow", (words, v) -> workflow(v)),
                    Map.entry("Edit", (words, v) -> edit(v)),
                    Map.entry("EditResult", (words, v) -> result(v)),
                    Map.entry("Scorecard", (words, v) -> scorecard(v)),
                    Map.entry("Handoff", (words, v) -> handoff(v)));

    private final boolean confidential;

    /**
     * Words for one reader.
     *
     * @param confidential whether text itself was asked for
     */
    Words(boolean confidential) {
        this.confidential = confidential;
    }

    String of(GenericRecord value) {
        var type = value.getSchema().getName();
        return BY_TYPE.getOrDefault(type, (words, v) -> type).apply(this, value);
    }

    private String observation(GenericRecord v) {
        return "%s %s, %d fields seen%s"
                .formatted(
                        said(v, "origin").toLowerCase(Locale.ROOT),
                        said(v, "action"),
                        list(v, "seen").size(),
                        and(text(v, "title", "description")));
    }

    private String workItem(GenericRecord v) {
        var gone = v.hasField("gone") && v.get("gone") != null ? ", gone" : "";
        return "revision %s: %s%s%s, labels %s"
                .formatted(
                        said(v, "revision"),
                        said(v, "state").toLowerCase(Locale.ROOT),
                        Boolean.TRUE.equals(v.get("confidential")) ? ", confidential" : "",
                        gone,
                        list(v, "labels"));
    }

    private String note(GenericRecord v) {
        return "comment %s %s%s"
                .formatted(said(v, "noteId"), said(v, "action"), and(text(v, "text")));
    }

    private String text(GenericRecord v, String... fields) {
        var texts = new ArrayList<String>();
        for (var field : fields) {
            Optional.ofNullable(v.get(field)).map(Object::toString).ifPresent(texts::add);
        }
        if (confidential) {
            return texts.isEmpty() ? "" : texts.toString();
        }
        int bytes = texts.stream().mapToInt(text -> text.getBytes(UTF_8).length).sum();
        return bytes == 0 ? "" : "text of " + bytes + " bytes";
    }

    private static String decision(GenericRecord v) {
        var policies =
                list(v, "matches").stream()
                        .map(match -> said((GenericRecord) match, "policy"))
                        .toList();
        return "on revision %s, policies that match: %s".formatted(said(v, "revision"), policies);
    }

    private static String workflow(GenericRecord v) {
        return "in %s, %d moves".formatted(said(v, "state"), list(v, "moves").size());
    }

    private static String edit(GenericRecord v) {
        return "%s asks for %s"
                .formatted(said(v, "policy"), change(v, "addLabels", "removeLabels"));
    }

    private static String result(GenericRecord v) {
        var reason = v.get("reason") == null ? "" : " (" + v.get("reason") + ")";
        return "%s%s %s"
                .formatted(said(v, "outcome"), reason, change(v, "addedLabels", "removedLabels"));
    }

    private static String scorecard(GenericRecord v) {
        var of = v.get("denominator") == null ? "" : " of " + v.get("denominator");
        return "%s %s %s = %s%s"
                .formatted(
                        said(v, "kpi"),
                        said(v, "period"),
                        said(v, "slice"),
                        said(v, "numerator"),
                        of);
    }

    private static String handoff(GenericRecord v) {
        return "%s, to team %s".formatted(said(v, "state"), said(v, "team"));
    }

    private static String change(GenericRecord v, String added, String removed) {
        var signed = new ArrayList<String>();
        list(v, added).forEach(label -> signed.add("+" + label));
        list(v, removed).forEach(label -> signed.add("-" + label));
        return signed.toString();
    }

    private static String and(String words) {
        return words.isEmpty() ? "" : ", " + words;
    }

    static String said(GenericRecord v, String field) {
        return v.hasField(field) ? Objects.toString(v.get(field), "-") : "-";
    }

    private static List<?> list(GenericRecord v, String field) {
        return v.hasField(field) && v.get(field) instanceof List<?> list ? list : List.of();
    }
}
