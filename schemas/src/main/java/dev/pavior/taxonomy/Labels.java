package dev.pavior.taxonomy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The labels that mean something to the charter, and what else people call them.
 *
 * @param candidate marks an item for the team's evaluation
 * @param team marks an item as the team's own
 * @param metricScope scope of the metric labels, without the colons
 * @param metrics values of the metric scope
 * @param pending the metric value that says "not categorised yet"
 * @param ownerScope scope of the labels that name the owning product group
 * @param workflowScope scope of the labels that carry the workflow state
 * @param aliases misspelt or former label → the label that is meant
 */
public record Labels(
        String candidate,
        String team,
        String metricScope,
        List<String> metrics,
        String pending,
        String ownerScope,
        String workflowScope,
        Map<String, String> aliases) {

    private static final String COLONS = "::";

    public Labels {
        metrics = List.copyOf(metrics);
        aliases = Map.copyOf(aliases);
        if (!metrics.contains(pending)) {
            throw new IllegalArgumentException(
                    "labels.pending is \"" + pending + "\", which labels.metrics does not list");
        }
    }

    /** The label that is meant by what stands on an item. */
    public String canonical(String label) {
        return aliases.getOrDefault(label, label);
    }

    /** The metric labels among these, by their canonical names. */
    public Set<String> metricLabels(Collection<String> labels) {
        return labels.stream()
                .map(this::canonical)
                .filter(label -> valueIn(metricScope, label).filter(metrics::contains).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The full label for a value of the metric scope. */
    public String metric(String value) {
        return metricScope + COLONS + value;
    }

    /** The labels among these that name an owning product group, by their canonical names. */
    public List<String> ownerLabels(Collection<String> labels) {
        return labels.stream()
                .map(this::canonical)
                .filter(label -> valueIn(ownerScope, label).isPresent())
                .distinct()
                .sorted()
                .toList();
    }

    /** The values of the workflow scope among these labels. */
    public List<String> workflowStates(Collection<String> labels) {
        return labels.stream()
                .map(this::canonical)
                .flatMap(label -> valueIn(workflowScope, label).stream())
                .sorted()
                .toList();
    }

    /** Whether any of these labels makes the item the team's, by whatever name. */
    public boolean claimedByTeam(Collection<String> labels) {
        return !metricLabels(labels).isEmpty()
                || labels.stream()
                        .map(this::canonical)
                        .anyMatch(label -> label.equals(team) || label.equals(candidate));
    }

    /**
     * The value of a scoped label, where the label is of that scope (text before the last {@code
     * ::}).
     */
    public static Optional<String> valueIn(String scope, String label) {
        int at = label.lastIndexOf(COLONS);
        return at > 0 && label.substring(0, at).equals(scope)
                ? Optional.of(label.substring(at + COLONS.length()))
                : Optional.empty();
    }
}
