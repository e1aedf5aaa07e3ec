package dev.pavior.metrics.web;

import dev.pavior.metrics.domain.KpiDefinition;
import java.util.List;

/**
 * What a KPI means.
 *
 * @param id its name in paths
 * @param version counted up whenever the rule changes what is counted
 * @param title what people call it
 * @param description what exactly is counted
 * @param unit what the number is a number of
 * @param ratio whether each number is a percentage, with numerator and denominator
 * @param slices the parts it is given for, the headline first
 */
record KpiView(
        String id,
        int version,
        String title,
        String description,
        String unit,
        boolean ratio,
        List<SliceView> slices) {

    /**
     * A part of the work.
     *
     * @param id its name
     * @param description what belongs to it
     */
    record SliceView(String id, String description) {}

    static KpiView of(KpiDefinition kpi) {
        return new KpiView(
                kpi.id(),
                kpi.version(),
                kpi.title(),
                kpi.description(),
                kpi.unit().words(),
                kpi.unit().ratio(),
                kpi.slices().stream().map(s -> new SliceView(s.id(), s.description())).toList());
    }
}
