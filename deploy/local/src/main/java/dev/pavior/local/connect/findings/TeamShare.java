package dev.pavior.local.connect.findings;

import java.util.Collection;

/**
 * How much of the work is the team's.
 *
 * @param all all items
 * @param teams those that are the team's, by their labels or their project
 * @param labelled those of them with a metric label
 * @param candidates open items that wait for the team's evaluation
 * @param unknownProjects projects of the team's file that were not seen
 */
public record TeamShare(
        long all, long teams, long labelled, long candidates, long unknownProjects) {

    /** Counts the team's items. */
    public static TeamShare of(Findings findings, Vocabulary vocabulary) {
        var teams = findings.items().stream().filter(vocabulary::isTeams).toList();
        return new TeamShare(
                findings.items().size(),
                teams.size(),
                teams.stream().filter(item -> isLabelled(item, vocabulary)).count(),
                candidates(findings.items(), vocabulary),
                vocabulary.teamProjects().stream()
                        .filter(id -> !findings.places().knowsProject(id))
                        .count());
    }

    private static boolean isLabelled(Item item, Vocabulary vocabulary) {
        return !vocabulary.labels().metricLabels(item.labels()).isEmpty();
    }

    private static long candidates(Collection<Item> items, Vocabulary vocabulary) {
        return items.stream().filter(Item::isOpen).filter(vocabulary::isCandidate).count();
    }
}
