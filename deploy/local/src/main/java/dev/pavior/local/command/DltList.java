package dev.pavior.local.command;

import dev.pavior.local.letters.Census;
import dev.pavior.local.letters.Letter;
import dev.pavior.local.letters.Shelf;
import dev.pavior.local.topics.Printable;
import dev.pavior.local.topics.Reader;
import dev.pavior.local.topics.ReadingProgress;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Counts what is parked by service, reason and origin. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Counts what is parked, by service, reason and where it was.")
final class DltList implements Callable<Integer> {

    @Mixin private final ClusterOptions cluster = new ClusterOptions();
    @Mixin private final Letters letters = new Letters();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--each", description = "Show each letter too.")
    private boolean each;

    @Override
    public Integer call() {
        var terminal = Terminal.of(spec.commandLine().getOut());
        var selection = letters.selection();
        var census = new Census();
        try (var reader = new Reader(cluster.reach(), ReadingProgress.SILENT)) {
            for (var shelf : letters.shelves(reader).values()) {
                for (var letter : shelf.letters().stream().filter(selection).toList()) {
                    census.add(letter, shelf.replayed(letter).isPresent());
                    if (each) {
                        terminal.line(line(letter, shelf));
                    }
                }
            }
        }
        census.lines().forEach(terminal::line);
        return 0;
    }

    private static String line(Letter letter, Shelf shelf) {
        return "%-18s %-20s  %-24s %-32s %s"
                .formatted(
                        letter.name(),
                        letter.at().truncatedTo(ChronoUnit.SECONDS),
                        Printable.line(letter.reason()),
                        Printable.line(letter.keyText()),
                        shelf.replayed(letter).map(at -> "replayed " + at).orElse(""));
    }
}
