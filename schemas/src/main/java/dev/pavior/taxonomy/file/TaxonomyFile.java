package dev.pavior.taxonomy.file;

import dev.pavior.taxonomy.Edition;
import dev.pavior.taxonomy.Labels;
import dev.pavior.taxonomy.Taxonomy;
import dev.pavior.taxonomy.WorkflowRules;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The shape of {@code taxonomy.yaml}. */
public record TaxonomyFile(List<EditionEntry> editions) {

    private static final String NONE = "~";

    /** One edition as the file has it. */
    record EditionEntry(LocalDate effectiveFrom, Labels labels, WorkflowEntry workflow) {}

    /** The workflow as the file has it; the key {@code ~} stands for "no state yet". */
    record WorkflowEntry(String complete, Map<String, List<String>> moves) {}

    /**
     * Reads the taxonomy.
     *
     * @throws IllegalArgumentException naming the place that is wrong
     */
    public static Taxonomy read(Path file) {
        try {
            var entries = StrictYaml.read(file, TaxonomyFile.class).editions();
            return new Taxonomy(entries.stream().map(TaxonomyFile::toEdition).toList());
        } catch (IllegalArgumentException e) {
            var message = String.valueOf(e.getMessage());
            throw message.startsWith(file.toString())
                    ? e
                    : new IllegalArgumentException(file + ": " + message, e);
        }
    }

    private static Edition toEdition(EditionEntry entry) {
        return new Edition(entry.effectiveFrom(), entry.labels(), toRules(entry));
    }

    private static WorkflowRules toRules(EditionEntry entry) {
        var moves = new LinkedHashMap<String, Set<String>>();
        entry.workflow().moves().forEach((from, to) -> moves.put(from, Set.copyOf(to)));
        var initial = moves.remove(NONE);
        var unknown =
                entry.workflow().moves().values().stream()
                        .flatMap(List::stream)
                        .filter(state -> !moves.containsKey(state))
                        .findFirst();
        if (unknown.isPresent()) {
            throw new IllegalArgumentException(
                    "edition %s: workflow.moves leads to \"%s\", which has no entry of its own"
                            .formatted(entry.effectiveFrom(), unknown.get()));
        }
        return new WorkflowRules(
                entry.workflow().complete(), initial == null ? Set.of() : initial, moves);
    }
}
