package dev.pavior.metrics.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The KPIs of the charter, as named values. */
public final class Kpis {

    private static final String REQUIREMENT = "ProdSecRequirement";
    private static final String WITHOUT_PENDING = "without-pending";

    /** How many product security requirements reached the product. */
    public static final KpiDefinition REQUIREMENTS_DELIVERED =
            new KpiDefinition(
                    "requirements-delivered",
                    1,
                    "Requirements delivered",
                    "Merge requests merged in the month that carry the metric label for a product"
                            + " security requirement now.",
                    Unit.MERGE_REQUESTS,
                    List.of(new Slice(Slice.ALL, "Every merged merge request.")),
                    Kpis::requirementsDelivered);

    /** How much of the team's finished work is categorised. */
    public static final KpiDefinition METRIC_LABEL_COVERAGE =
            new KpiDefinition(
                    "metric-label-coverage",
                    1,
                    "Metric label coverage",
                    "Share of the team's merge requests merged and issues closed in the month that"
                            + " carry a metric label now.",
                    Unit.PERCENT,
                    List.of(
                            new Slice(Slice.ALL, "Any metric label covers an item, Pending too."),
                            new Slice(
                                    WITHOUT_PENDING,
                                    "Pending alone does not cover an item: the work is not"
                                            + " categorised yet.")),
                    Kpis::metricLabelCoverage);

    private static final List<KpiDefinition> ALL =
            List.of(REQUIREMENTS_DELIVERED, METRIC_LABEL_COVERAGE);

    private Kpis() {}

    /** Every KPI, in the order they are shown. */
    public static List<KpiDefinition> all() {
        return ALL;
    }

    /** The KPI of that id. */
    public static Optional<KpiDefinition> byId(String id) {
        return ALL.stream().filter(kpi -> kpi.id().equals(id)).findFirst();
    }

    /** All that an item adds, to whichever KPI. */
    public static List<Contribution> contributions(Item item, Charter charter) {
        return ALL.stream().flatMap(kpi -> kpi.contributions(item, charter).stream()).toList();
    }

    private static List<Share> requirementsDelivered(Item item, Charter charter) {
        if (!(Finish.of(item, charter.team().zone()) instanceof Finish.On(var day))
                || item.kind() != Item.Kind.MERGE_REQUEST) {
            return List.of();
        }
        var labels = charter.labelsOn(day);
        return labels.metricLabels(item.labels()).contains(labels.metric(REQUIREMENT))
                ? List.of(Share.on(day, Slice.ALL, Amount.ONE))
                : List.of();
    }

    private static List<Share> metricLabelCoverage(Item item, Charter charter) {
        if (!(Finish.of(item, charter.team().zone()) instanceof Finish.On(var day))
                || !charter.owns(item, day)) {
            return List.of();
        }
        var labels = charter.labelsOn(day);
        var metrics = labels.metricLabels(item.labels());
        var pending = labels.metric(labels.pending());
        return List.of(
                Share.on(day, Slice.ALL, Amount.part(!metrics.isEmpty())),
                Share.on(
                        day,
                        WITHOUT_PENDING,
                        Amount.part(metrics.stream().anyMatch(Predicate.not(pending::equals)))));
    }
}
