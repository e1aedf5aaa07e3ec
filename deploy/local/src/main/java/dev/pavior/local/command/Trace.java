package dev.pavior.local.command;

import dev.pavior.local.topics.Reader;
import dev.pavior.local.topics.ReadingProgress;
import dev.pavior.local.topics.Values;
import dev.pavior.local.trace.ItemAddress;
import dev.pavior.local.trace.Paths;
import dev.pavior.local.trace.Subject;
import dev.pavior.local.trace.Timeline;
import dev.pavior.local.trace.Tracing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the path of one item or delivery over every topic. */
@Command(
        name = "trace",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the path of one item or delivery over every topic, with offsets and latencies.",
            "Text is shown by its length alone unless --confidential asks for it."
        })
final class Trace implements Callable<Integer> {

    /** As long as the intake keeps observations, and as long as a delivery is looked for. */
    private static final Duration ITEM = Duration.ofDays(30);

    private static final Duration DELIVERY = Duration.ofHours(24);

    @Mixin private final ClusterOptions cluster = new ClusterOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "ITEM|DELIVERY",
            description = {
                "HOST/PROJECT_ID/KIND/IID or the address of the item's page;",
                "or GitLab's id of a delivery (its Idempotency-Key)."
            })
    private String wanted = "";

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Since.class,
            description = "How far to look back (default: 30d for an item, 24h for a delivery).")
    private @Nullable Instant since;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Option(names = "--confidential", description = "Show text too.")
    private boolean confidential;

    @Override
    public Integer call() {
        var terminal = Terminal.of(spec.commandLine().getOut());
        var reach = cluster.reach();
        var values = new Values(reach);
        try (var reader = new Reader(reach, json ? ReadingProgress.SILENT : terminal.scanning())) {
            var subject = subject(reader, values);
            var steps =
                    new Tracing(reader, values, confidential, subject)
                            .since(Optional.of(from(subject)));
            var timeline = new Timeline(steps);
            if (json) {
                terminal.line(timeline.json());
            } else {
                timeline.lines().forEach(terminal::line);
                terminal.line("");
                terminal.line("Outcome: " + timeline.outcome());
            }
            return steps.isEmpty() ? 1 : 0;
        }
    }

    private Subject subject(Reader reader, Values values) {
        var address = ItemAddress.parse(wanted);
        if (address.isEmpty()) {
            return Tracing.subject(wanted);
        }
        var id =
                new Paths(reader, values)
                        .id(address.get())
                        .orElseThrow(
                                () ->
                                        new Misused(
                                                "the catalogue does not know "
                                                        + address.get().path()
                                                        + " yet: say HOST/PROJECT_ID/KIND/IID"));
        return new Subject.Item(address.get().key(id).toString());
    }

    private Instant from(Subject subject) {
        if (since != null) {
            return since;
        }
        return Instant.now().minus(subject instanceof Subject.Item ? ITEM : DELIVERY);
    }
}
