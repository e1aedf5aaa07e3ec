package dev.pavior.metrics.domain;

import dev.pavior.taxonomy.Labels;
import dev.pavior.taxonomy.Taxonomy;
import java.time.LocalDate;

/**
 * What the team agreed on: its vocabulary and who it is.
 *
 * @param taxonomy the vocabulary over time
 * @param team the team
 */
public record Charter(Taxonomy taxonomy, Team team) {

    /** The vocabulary of labels that holds on a day. */
    Labels labelsOn(LocalDate day) {
        return taxonomy.on(day).labels();
    }

    /** The ownership rule: the team's is what its labels claim or its projects hold. */
    boolean owns(Item item, LocalDate day) {
        return labelsOn(day).claimedByTeam(item.labels())
                || item.projectId().filter(team.projects()::contains).isPresent();
    }
}
