package dev.pavior.local.connect.report;

import static dev.pavior.local.connect.report.Numbers.count;

import dev.pavior.local.connect.findings.Findings;
import dev.pavior.local.connect.findings.Inventory;
import dev.pavior.local.connect.findings.Milestone;
import dev.pavior.local.connect.findings.MilestoneCensus;
import dev.pavior.local.connect.findings.Places;
import dev.pavior.local.connect.findings.TeamShare;
import dev.pavior.local.connect.findings.Vocabulary;
import dev.pavior.local.connect.report.Block.Table;
import dev.pavior.local.connect.report.Block.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is: items, milestones, and what of it is the team's. */
final class WorkSections {

    private WorkSections() {}

    static Section items(Findings findings) {
        var kinds = Inventory.byKind(findings.items()).stream();
        var whole = Stream.of(Inventory.whole(findings.items()));
        var places = Inventory.byPlace(findings.items(), findings.places());
        return Section.of(
                "Items",
                counts("kind", Stream.concat(kinds, whole).toList()),
                counts("where", places));
    }

    private static Table counts(String what, List<Inventory.Row> rows) {
        return new Table(
                List.of(what, "all", "open", "closed", "merged", "confidential"),
                rows.stream().map(WorkSections::cells).toList());
    }

    private static List<String> cells(Inventory.Row row) {
        return List.of(
                row.name(),
                count(row.all()),
                count(row.open()),
                count(row.closed()),
                count(row.merged()),
                count(row.confidential()));
    }

    static Section milestones(MilestoneCensus census, Places places) {
        var rows = Stream.concat(census.dated().stream(), census.undated().stream()).toList();
        var words = new ArrayList<String>();
        if (!census.undated().isEmpty()) {
            words.add(
                    "Without both dates nothing can be measured against a milestone: %s."
                            .formatted(count(census.undated().size())));
        }
        words.add("Open items in no milestone: %s.".formatted(count(census.unplanned())));
        return Section.of(
                "Milestones",
                new Table(
                        List.of("milestone", "of", "start", "due", "state", "open", "done"),
                        rows.stream().map(row -> cells(row, places)).toList()),
                new Words(words));
    }

    private static List<String> cells(MilestoneCensus.Row row, Places places) {
        Milestone milestone = row.milestone();
        return List.of(
                milestone.title(),
                places.of(milestone.holder(), milestone.holderId()),
                day(milestone.start()),
                day(milestone.due()),
                milestone.state(),
                count(row.open()),
                count(row.done()));
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("-");
    }

    static Section team(TeamShare share, Vocabulary vocabulary) {
        var words = new ArrayList<String>();
        words.add(
                "The team's by label or project: %s of %s (%s)."
                        .formatted(
                                count(share.teams()),
                                count(share.all(), "item"),
                                Numbers.share(share.teams(), share.all())));
        words.add(
                "Of those with a metric label: %s (%s)."
                        .formatted(
                                count(share.labelled()),
                                Numbers.share(share.labelled(), share.teams())));
        words.add(
                "Open with the label %s: %s."
                        .formatted(vocabulary.labels().candidate(), count(share.candidates())));
        if (share.unknownProjects() > 0) {
            words.add(
                    "Projects of team.yaml that were not seen here: %s. Is it your own charter?"
                            .formatted(count(share.unknownProjects())));
        }
        return Section.of("The team's work", new Words(words));
    }
}
