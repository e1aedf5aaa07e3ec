package dev.pavior.labeling.policy;

import dev.pavior.labeling.domain.Action;
import dev.pavior.labeling.domain.Condition;
import dev.pavior.labeling.domain.Kind;
import dev.pavior.labeling.domain.Policy;
import dev.pavior.labeling.policy.YamlPart.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One policy file: what is read of gitlab-triage's format, and what is refused and why. */
final class PolicyFile {

    private static final Map<String, Kind> KINDS =
            Map.of("issues", Kind.ISSUE, "merge_requests", Kind.MERGE_REQUEST);
    private static final Map<Kind, Set<String>> STATES =
            Map.of(
                    Kind.ISSUE, Set.of("opened", "closed"),
                    Kind.MERGE_REQUEST, Set.of("opened", "closed", "merged"));

    private final CelConditions cel;

    PolicyFile(CelConditions cel) {
        this.cel = cel;
    }

    /**
     * Reads the policies of a file.
     *
     * @throws PolicyRefused for the first thing that is wrong
     */
    List<Policy> read(String file, String text) {
        var document = YamlPart.read(file, text);
        var top = document.entries("the file");
        // Keys with a leading dot hold anchors, as in many files of this format.
        top.values().removeIf(entry -> entry.name().startsWith("."));
        var rules = require(known(top, Set.of("resource_rules")), "resource_rules", document);
        return rules.entries("resource_rules", KINDS.keySet()).values().stream()
                .flatMap(type -> readType(type).stream())
                .toList();
    }

    private static Map<String, Entry> known(Map<String, Entry> top, Set<String> known) {
        for (var entry : top.values()) {
            if (!known.contains(entry.name())) {
                throw entry.key()
                        .refused(
                                "unknown key \"%s\" in the file; known are %s"
                                        .formatted(entry.name(), known));
            }
        }
        return top;
    }

    private List<Policy> readType(Entry type) {
        var kind = KINDS.getOrDefault(type.name(), Kind.UNKNOWN);
        var entries = type.value().entries(type.name(), Set.of("rules"));
        return require(entries, "rules", type.key()).list("rules").stream()
                .map(rule -> readRule(kind, rule))
                .toList();
    }

    private Policy readRule(Kind kind, YamlPart rule) {
        var entries = rule.entries("a rule", Set.of("name", "conditions", "actions"));
        var name = require(entries, "name", rule).text("name");
        if (name.isBlank()) {
            throw rule.refused("name must not be blank: it is part of the identity of edits");
        }
        return new Policy(
                name,
                rule.file() + ":" + rule.line(),
                kind,
                readConditions(kind, require(entries, "conditions", rule)),
                readAction(require(entries, "actions", rule)));
    }

    private List<Condition> readConditions(Kind kind, YamlPart part) {
        var given = part.entries("conditions");
        Optional.ofNullable(given.get("ruby"))
                .ifPresent(
                        ruby -> {
                            throw ruby.key()
                                    .refused(
                                            "ruby is not run here; say it with cel, an"
                                                    + " expression over item");
                        });
        var entries =
                part.entries("conditions", Set.of("state", "labels", "forbidden_labels", "cel"));
        var conditions = new ArrayList<Condition>();
        addTo(conditions, entries, "state", value -> readState(kind, value));
        addTo(conditions, entries, "labels", v -> Condition.labels(readLabels("labels", v)));
        addTo(
                conditions,
                entries,
                "forbidden_labels",
                v -> Condition.forbiddenLabels(readLabels("forbidden_labels", v)));
        addTo(conditions, entries, "cel", cel::compile);
        if (conditions.isEmpty()) {
            throw part.refused("conditions must not be empty: the rule would match every item");
        }
        return conditions;
    }

    private static void addTo(
            List<Condition> conditions,
            Map<String, Entry> entries,
            String name,
            Function<YamlPart, Condition> read) {
        Optional.ofNullable(entries.get(name))
                .map(Entry::value)
                .map(read)
                .ifPresent(conditions::add);
    }

    private static Condition readState(Kind kind, YamlPart part) {
        var state = part.text("state");
        var allowed = STATES.getOrDefault(kind, Set.of());
        if (!allowed.contains(state)) {
            throw part.refused(
                    "state \"%s\" is none of %s"
                            .formatted(state, allowed.stream().sorted().toList()));
        }
        return Condition.state(state);
    }

    private static Action readAction(YamlPart part) {
        var entries = part.entries("actions", Set.of("labels", "remove_labels"));
        if (entries.isEmpty()) {
            throw part.refused("actions must not be empty");
        }
        var add = readLabels(entries, "labels");
        var remove = readLabels(entries, "remove_labels");
        if (add.stream().anyMatch(remove::contains)) {
            throw part.refused("a label is both in labels and in remove_labels");
        }
        return new Action(add, remove);
    }

    private static List<String> readLabels(Map<String, Entry> entries, String name) {
        return Optional.ofNullable(entries.get(name))
                .map(entry -> readLabels(name, entry.value()))
                .orElse(List.of());
    }

    private static List<String> readLabels(String what, YamlPart part) {
        var labels = part.list(what);
        if (labels.isEmpty()) {
            throw part.refused(what + " must not be empty");
        }
        return labels.stream().map(PolicyFile::readLabel).toList();
    }

    private static String readLabel(YamlPart part) {
        var label = part.text("a label").strip();
        if (label.isEmpty()) {
            throw part.refused("a label must not be blank");
        }
        if (label.contains(",")) {
            throw part.refused("a label cannot have a comma: GitLab would take it for two");
        }
        if (label.contains("{") || Set.of("None", "Any", "No Label").contains(label)) {
            throw part.refused(
                    "\"%s\" is not read as a label of its own here; say it with cel"
                            .formatted(label));
        }
        return label;
    }

    private static YamlPart require(Map<String, Entry> entries, String name, YamlPart where) {
        var entry = entries.get(name);
        if (entry == null) {
            throw where.refused("\"" + name + "\" is missing");
        }
        return entry.value();
    }
}
