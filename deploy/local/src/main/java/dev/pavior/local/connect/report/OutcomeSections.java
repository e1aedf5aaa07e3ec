package dev.pavior.local.connect.report;

import static dev.pavior.local.connect.report.Numbers.count;

import dev.pavior.local.connect.findings.PolicyWishes;
import dev.pavior.local.connect.report.Block.Table;
import dev.pavior.local.connect.report.Block.Words;
import java.util.ArrayList;
import java.util.List;

/** What Pavior would have done, what it measured, and what it took. */
final class OutcomeSections {

    private OutcomeSections() {}

    static Section wishes(List<PolicyWishes> wishes) {
        var title = "What would have been labelled";
        return wishes.isEmpty()
                ? Section.of(title, new Words(List.of("Nothing: no policy wanted anything.")))
                : Section.of(
                        title,
                        new Table(
                                List.of("policy", "items", "labels", "such as"),
                                wishes.stream().map(OutcomeSections::cells).toList()));
    }

    private static List<String> cells(PolicyWishes wishes) {
        return List.of(
                wishes.policy(),
                count(wishes.items()),
                String.join(", ", wishes.labels()),
                String.join(" ", wishes.examples()));
    }

    static Section kpis(List<Kpi> kpis) {
        return Section.of(
                "What was measured",
                new Table(
                        List.of("KPI", "this month", "last month"),
                        kpis.stream()
                                .map(kpi -> List.of(kpi.title(), kpi.running(), kpi.last()))
                                .toList()));
    }

    static Section cost(Cost cost) {
        var words = new ArrayList<String>();
        words.add(
                "%s in %s, within %s."
                        .formatted(
                                count(cost.requests(), "request"),
                                Numbers.time(cost.took()),
                                cost.budget()));
        if (cost.throttled() > 0) {
            words.add(
                    "GitLab said %s that it was too much."
                            .formatted(count(cost.throttled(), "time")));
        }
        cost.refused().forEach(list -> words.add("Not read: " + list + "."));
        words.add(
                "0 writes: the reader knows GET and GraphQL queries only, and the part that labels"
                        + " ran dry and without a token.");
        return Section.of("What it took", new Words(words));
    }
}
