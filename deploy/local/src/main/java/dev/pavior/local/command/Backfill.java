package dev.pavior.local.command;

import dev.pavior.local.process.StartFailure;
import dev.pavior.local.reading.HistoryState;
import dev.pavior.local.reading.IntakeDoor;
import dev.pavior.local.stack.Secrets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Has the running intake read what GitLab remembers from before it was watched. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = {
            "Reads the histories of all items from GitLab: labels, states, milestones, weights.",
            "A run that was interrupted goes on by itself; one that is done is left alone;",
            "of one that failed, what could not be read is tried again.",
            "With --wait it ends with 1 where a run failed."
        })
final class Backfill implements Callable<Integer> {

    @Mixin private final Place place = new Place();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--wait", description = "Show the progress until everything is read.")
    private boolean wait;

    @Option(names = "--restart", description = "Read everything anew.")
    private boolean restart;

    @Override
    public Integer call() throws InterruptedException {
        var terminal = Terminal.of(spec.commandLine().getOut());
        var door = door();
        var before = door.histories();
        if (before.isEmpty()) {
            throw new StartFailure("the intake reads no GitLab: PAVIOR_GITLAB_URL is not set");
        }
        var begun = begin(door, before);
        if (wait) {
            return follow(terminal, door, begun ? runs(before) : "");
        }
        door.histories().forEach(state -> terminal.line(state.line()));
        terminal.line(begun ? "Asked for; follow with ./pavior backfill --wait" : "");
        return 0;
    }

    private IntakeDoor door() {
        var stack = place.requireRunning().stack(place.root(), place.home());
        return new IntakeDoor(stack.ports().url("intake"), Secrets.of(place.home()).api());
    }

    private boolean begin(IntakeDoor door, List<HistoryState> before) {
        var stands = before.stream().allMatch(state -> state.isRunning() || state.isDone());
        if (!restart && stands) {
            return false;
        }
        door.readHistories(restart);
        return true;
    }

    /**
     * Shows how far it is until all have ended, and not still those of an earlier run.
     *
     * @return 1 where one of them failed
     */
    static int follow(Terminal terminal, IntakeDoor door, String earlier)
            throws InterruptedException {
        var states = door.histories();
        while (!states.stream().allMatch(HistoryState::isOver) || runs(states).equals(earlier)) {
            terminal.redraw(lines(states));
            TimeUnit.SECONDS.sleep(1);
            states = door.histories();
        }
        terminal.redraw(lines(states));
        terminal.line("");
        return states.stream().anyMatch(HistoryState::isFailed) ? 1 : 0;
    }

    private static String lines(List<HistoryState> states) {
        return states.stream().map(HistoryState::line).collect(Collectors.joining("  "));
    }

    private static String runs(List<HistoryState> states) {
        return states.stream().map(HistoryState::run).collect(Collectors.joining(","));
    }
}
