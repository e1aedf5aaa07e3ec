package dev.pavior.metrics.domain;

import java.util.List;

/**
 * What a KPI means, with the rule that computes it.
 *
 * @param id its name in keys and paths
 * @param version counted up whenever the rule changes what is counted
 * @param title what people call it
 * @param description what exactly is counted
 * @param unit what the number is a number of
 * @param slices the parts it is given for, the first of which is the headline
 * @param rule what an item adds to it
 */
public record KpiDefinition(
        String id,
        int version,
        String title,
        String description,
        Unit unit,
        List<Slice> slices,
        Kpi rule) {

    public KpiDefinition {
        slices = List.copyOf(slices);
    }

    /** The slice whose number stands for the KPI. */
    public Slice headline() {
        return slices.getFirst();
    }

    List<Contribution> contributions(Item item, Charter charter) {
        return rule.shares(item, charter).stream()
                .map(s -> new Contribution(new Cell(id, s.month(), s.slice()), s.amount()))
                .toList();
    }
}
