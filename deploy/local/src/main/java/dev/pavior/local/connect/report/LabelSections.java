package dev.pavior.local.connect.report;

import static dev.pavior.local.connect.report.Numbers.count;

import dev.pavior.local.connect.findings.AliasProposal;
import dev.pavior.local.connect.findings.LabelCensus;
import dev.pavior.local.connect.report.Block.Code;
import dev.pavior.local.connect.report.Block.Table;
import dev.pavior.local.connect.report.Block.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What was understood of the labels. */
final class LabelSections {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ADVICE =
            "Likely another spelling of the charter's; where it is, paste its line into"
                    + " taxonomy.yaml:";

    private LabelSections() {}

    static Section known(LabelCensus census) {
        var used = census.known().stream().filter(known -> known.items() > 0).toList();
        var unused =
                census.known().stream()
                        .filter(known -> known.items() == 0)
                        .map(LabelCensus.Known::label)
                        .toList();
        var table =
                new Table(
                        List.of("label", "items", "by an alias"),
                        used.stream()
                                .map(k -> List.of(k.label(), count(k.items()), count(k.aliases())))
                                .toList());
        return unused.isEmpty()
                ? Section.of("Labels of the charter", table)
                : Section.of(
                        "Labels of the charter",
                        table,
                        new Words(List.of("On no item: " + String.join(", ", unused) + ".")));
    }

    static Section unknown(LabelCensus census, List<AliasProposal> proposals) {
        var blocks = new ArrayList<Block>();
        if (!proposals.isEmpty()) {
            blocks.add(new Words(List.of(ADVICE)));
            blocks.add(new Code("yaml", snippet(proposals)));
        }
        var proposed = proposals.stream().map(AliasProposal::label).collect(Collectors.toSet());
        blocks.addAll(others(census, proposed));
        return new Section("Labels unknown to the charter", blocks);
    }

    /** JSON's strings are YAML's too, whatever is in them. */
    private static List<String> snippet(List<AliasProposal> proposals) {
        var lines =
                proposals.stream()
                        .map(
                                alias ->
                                        "  %s: %s  # %s"
                                                .formatted(
                                                        JSON.writeValueAsString(alias.label()),
                                                        JSON.writeValueAsString(alias.meant()),
                                                        count(alias.items(), "item")));
        return Stream.concat(Stream.of("aliases:"), lines).toList();
    }

    private static List<Block> others(LabelCensus census, Set<String> proposed) {
        var rows =
                census.unknown().stream()
                        .filter(count -> !proposed.contains(count.label()))
                        .map(label -> List.of(label.label(), count(label.items())))
                        .toList();
        return rows.isEmpty()
                ? List.of(new Words(List.of("There are no others.")))
                : List.of(
                        new Words(
                                List.of(
                                        "Others, which mean nothing to it: "
                                                + count(rows.size())
                                                + ".")),
                        new Table(List.of("label", "items"), rows));
    }
}
