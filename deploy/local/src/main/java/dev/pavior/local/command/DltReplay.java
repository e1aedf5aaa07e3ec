package dev.pavior.local.command;

import dev.pavior.local.letters.Letter;
import dev.pavior.local.letters.Replay;
import dev.pavior.local.letters.Sent;
import dev.pavior.local.topics.Printable;
import dev.pavior.local.topics.Reader;
import dev.pavior.local.topics.ReadingProgress;
import java.io.Console;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends parked records back where they came from. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Sends parked records back where they came from: to their topic, or to the intake.",
            "It shows what it would send and asks first. What was replayed is not sent again."
        })
final class DltReplay implements Callable<Integer> {

    @Mixin private final ClusterOptions cluster = new ClusterOptions();
    @Mixin private final Letters letters = new Letters();
    @Mixin private final DoorOptions door = new DoorOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--all", description = "Everything that is parked, where nothing else is said.")
    private boolean all;

    @Option(names = "--again", description = "Also what was replayed already.")
    private boolean again;

    @Option(names = "--dry-run", description = "Only show what would be sent.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() {
        var terminal = Terminal.of(spec.commandLine().getOut());
        if (letters.selection().isEmpty() && !all) {
            throw new Misused("say which: --offset, --reason, --item, --since or --all");
        }
        var reach = cluster.reach();
        try (var reader = new Reader(reach, ReadingProgress.SILENT)) {
            var owed = owed(reader, terminal);
            if (owed.isEmpty()) {
                terminal.line("There is nothing to replay.");
                return 0;
            }
            if (dryRun || !agreed(owed.size())) {
                terminal.line("Nothing was sent.");
                return 0;
            }
            try (var producer = reach.producer()) {
                return send(owed, new Replay(reader, producer, door.open(cluster)), terminal);
            }
        }
    }

    private List<Letter> owed(Reader reader, Terminal terminal) {
        var owed = new ArrayList<Letter>();
        for (var shelf : letters.shelves(reader).values()) {
            for (var letter : shelf.letters().stream().filter(letters.selection()).toList()) {
                var before = again ? Optional.<Instant>empty() : shelf.replayed(letter);
                terminal.line(
                        "%-20s %s  %s"
                                .formatted(
                                        letter.name(),
                                        Printable.line(letter.reason()),
                                        before.map(at -> "was replayed at " + at)
                                                .orElse("to " + place(letter))));
                if (before.isEmpty()) {
                    owed.add(letter);
                }
            }
        }
        return owed;
    }

    private static String place(Letter letter) {
        return Printable.line(letter.origin().toString());
    }

    private boolean agreed(int count) {
        if (yes) {
            return true;
        }
        var console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        var answer =
                console.orElseThrow(() -> new Misused("nobody is there to ask: say --yes"))
                        .readLine("Send %d back? [y/N] ", count);
        return "y".equalsIgnoreCase(answer);
    }

    private static int send(List<Letter> owed, Replay replay, Terminal terminal) {
        int troubles = 0;
        for (var letter : owed) {
            Sent sent = replay.send(letter);
            terminal.line("%-20s %s".formatted(letter.name(), sent.words()));
            troubles += sent.isTrouble() ? 1 : 0;
        }
        return troubles == 0 ? 0 : 1;
    }
}
