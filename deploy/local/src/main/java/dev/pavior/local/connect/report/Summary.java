package dev.pavior.local.connect.report;

import dev.pavior.local.connect.findings.AliasProposals;
import dev.pavior.local.connect.findings.Findings;
import dev.pavior.local.connect.findings.LabelCensus;
import dev.pavior.local.connect.findings.MilestoneCensus;
import dev.pavior.local.connect.findings.PolicyWishes;
import dev.pavior.local.connect.findings.TeamShare;
import dev.pavior.local.connect.findings.Vocabulary;
import java.util.List;

/** Puts a report together from what was found. */
public final class Summary {

    private Summary() {}

    /** The whole report, section by section. */
    public static List<Section> of(
            Findings findings, Vocabulary vocabulary, List<Kpi> kpis, Cost cost) {
        var census = LabelCensus.of(findings.items(), vocabulary);
        var proposals = new AliasProposals(vocabulary).among(census.unknown());
        return List.of(
                WorkSections.items(findings),
                LabelSections.known(census),
                LabelSections.unknown(census, proposals),
                WorkSections.milestones(MilestoneCensus.of(findings), findings.places()),
                WorkSections.team(TeamShare.of(findings, vocabulary), vocabulary),
                OutcomeSections.wishes(PolicyWishes.of(findings.wishes(), findings.places())),
                OutcomeSections.kpis(kpis),
                OutcomeSections.cost(cost));
    }
}
