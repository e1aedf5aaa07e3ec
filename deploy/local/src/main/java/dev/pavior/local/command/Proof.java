package dev.pavior.local.command;

import dev.pavior.local.proof.Finding;
import dev.pavior.local.proof.HookLog;
import dev.pavior.local.proof.ProofPage;
import dev.pavior.local.proof.Proving;
import dev.pavior.local.proof.Recorded;
import dev.pavior.local.proof.Sheets;
import dev.pavior.local.topics.Reader;
import dev.pavior.local.topics.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Proves by numbers that no delivery was lost. */
@Command(
        name = "proof",
        mixinStandardHelpOptions = true,
        description = {
            "Proves by numbers that no delivery was lost.",
            "Compares the intake's count with the topics, and with GitLab's own hook log where a",
            "hook is named. Exit code 1 where something is missing."
        })
final class Proof implements Callable<Integer> {

    @Mixin private final ClusterOptions cluster = new ClusterOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    @ArgGroup(exclusive = false, heading = "GitLab's hook log:%n")
    private @Nullable HookOptions hook;

    @Override
    public Integer call() {
        var terminal = Terminal.of(spec.commandLine().getOut());
        var reach = cluster.reach();
        var log = hook == null ? List.<HookLog.Entry>of() : hook.log();
        try (var reader = new Reader(reach, terminal.scanning())) {
            // In this order: what is counted in a sheet was recorded before it.
            var values = new Values(reach);
            var sheets = Sheets.read(reader, values);
            if (sheets.isEmpty()) {
                throw new Misused("no intake has counted anything on " + reach.bootstrap());
            }
            var recorded = Recorded.read(reader, ids(log));
            ProofPage.counters(sheets).forEach(terminal::line);
            terminal.line("");
            ProofPage.topics(sheets, recorded).forEach(terminal::line);
            terminal.line("");
            var proving = new Proving(sheets, recorded, Sheets.read(reader, values));
            return judge(proving, log, terminal);
        }
    }

    private static Set<String> ids(List<HookLog.Entry> log) {
        return log.stream().map(HookLog.Entry::id).collect(Collectors.toSet());
    }

    private int judge(Proving proving, List<HookLog.Entry> log, Terminal terminal) {
        var findings = new ArrayList<>(proving.sums());
        findings.addAll(proving.topics());
        if (hook != null) {
            terminal.line(ProofPage.log(log));
            findings.addAll(proving.log(log));
        }
        findings.stream().map(Finding::line).forEach(terminal::line);
        boolean missing = findings.stream().anyMatch(f -> f.grade() == Finding.Grade.MISSING);
        terminal.line("");
        terminal.line(missing ? "Something is missing." : "Nothing is missing.");
        return missing ? 1 : 0;
    }
}
