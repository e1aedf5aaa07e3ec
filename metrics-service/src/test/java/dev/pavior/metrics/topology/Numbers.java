package dev.pavior.metrics.topology;

import dev.pavior.contract.v1.Scorecard;
import dev.pavior.contract.v1.WorkItem;
import dev.pavior.metrics.domain.Amount;
import dev.pavior.metrics.domain.Charter;
import dev.pavior.metrics.domain.Kpis;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The numbers by cell, and the plain way to compute them: newest of each item, then sum. */
public final class Numbers {

    private Numbers() {}

    public static Map<String, Amount> of(Iterable<WorkItem> revisions, Charter charter) {
        var newest = new HashMap<String, WorkItem>();
        for (var revision : revisions) {
            newest.merge(
                    revision.getItem(),
                    revision,
                    (a, b) -> a.getRevision() >= b.getRevision() ? a : b);
        }
        var sums = new TreeMap<String, Amount>();
        newest.values().stream()
                .map(WorkItems::toItem)
                .flatMap(item -> Kpis.contributions(item, charter).stream())
                .forEach(c -> sums.merge(c.cell().toString(), c.amount(), Amount::plus));
        return sums;
    }

    /** What the scorecards say, without those that fell back to nothing. */
    public static Map<String, Amount> shown(Iterable<Scorecard> scorecards) {
        var shown = new TreeMap<String, Amount>();
        for (var card : scorecards) {
            var denominator = card.getDenominator() == null ? 0 : card.getDenominator();
            shown.put(
                    card.getKpi() + "/" + card.getPeriod() + "/" + card.getSlice(),
                    new Amount(card.getNumerator(), denominator));
        }
        shown.values().removeIf(Amount.NONE::equals);
        return shown;
    }
}
