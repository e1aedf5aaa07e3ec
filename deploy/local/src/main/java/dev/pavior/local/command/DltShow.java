package dev.pavior.local.command;

import dev.pavior.local.letters.Letter;
import dev.pavior.local.letters.LetterPage;
import dev.pavior.local.letters.Shelf;
import dev.pavior.local.topics.Reader;
import dev.pavior.local.topics.ReadingProgress;
import dev.pavior.local.topics.Values;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one parked record. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Shows one parked record: its headers, and what is in it only when asked.",
            "What may be of a confidential item needs --confidential as well."
        })
final class DltShow implements Callable<Integer> {

    @Mixin private final ClusterOptions cluster = new ClusterOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "SERVICE", description = "Whose topic it lies on.")
    private String service = "";

    @Parameters(index = "1", paramLabel = "OFFSET", description = "Where it lies there.")
    private long offset;

    @Option(names = "--payload", description = "Show what is in it.")
    private boolean payload;

    @Option(
            names = "--confidential",
            description = "Show also what may be of a confidential item or quote one.")
    private boolean confidential;

    @Override
    public Integer call() {
        var terminal = Terminal.of(spec.commandLine().getOut());
        var reach = cluster.reach();
        try (var reader = new Reader(reach, ReadingProgress.SILENT)) {
            var shelf = Shelf.of(Letters.service(service), reader);
            var page = new LetterPage(reader, new Values(reach), payload, confidential);
            page.of(letter(shelf), shelf).forEach(terminal::line);
        }
        return 0;
    }

    private Letter letter(Shelf shelf) {
        return shelf.letters().stream()
                .filter(letter -> letter.offset() == offset)
                .findFirst()
                .orElseThrow(() -> new Misused("no letter lies at " + service + ".dlt/" + offset));
    }
}
