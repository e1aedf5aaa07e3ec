package dev.pavior.local.connect.findings;

import dev.pavior.contract.ItemKey.Container;
import dev.pavior.taxonomy.Edition;
import dev.pavior.taxonomy.Labels;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The labels that mean something to the charter.
 *
 * @param labels the charter's rules about labels
 * @param known every label that it names, in the order to show them
 * @param teamProjects ids of the projects where all work is the team's
 */
public record Vocabulary(Labels labels, List<String> known, Set<Long> teamProjects) {

    static final String COLONS = "::";

    public Vocabulary {
        known = List.copyOf(known);
        teamProjects = Set.copyOf(teamProjects);
    }

    /** The vocabulary of an edition of the charter. */
    public static Vocabulary of(Edition edition, Set<Long> teamProjects) {
        var labels = edition.labels();
        var states = edition.workflow().states().stream().sorted();
        var known =
                Stream.of(
                                Stream.of(labels.candidate(), labels.team()),
                                labels.metrics().stream().map(labels::metric),
                                states.map(state -> labels.workflowScope() + COLONS + state))
                        .flatMap(some -> some)
                        .toList();
        return new Vocabulary(labels, known, teamProjects);
    }

    boolean knows(String label) {
        var meant = labels.canonical(label);
        return known.contains(meant) || Labels.valueIn(labels.ownerScope(), meant).isPresent();
    }

    boolean isTeams(Item item) {
        return labels.claimedByTeam(item.labels())
                || (item.key().container() == Container.PROJECT
                        && teamProjects.contains(item.key().containerId()));
    }

    boolean isCandidate(Item item) {
        return item.labels().stream().map(labels::canonical).anyMatch(labels.candidate()::equals);
    }
}
