package dev.pavior.local.command;

import dev.pavior.local.stack.Stop;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops exactly the processes that were started here. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops exactly the processes that up or demo started, last first.")
final class Down implements Callable<Integer> {

    @Mixin private final Place place = new Place();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var terminal = Terminal.of(spec.commandLine().getOut());
        var running = place.running();
        if (running.isEmpty()) {
            terminal.line("Nothing is running.");
            return 0;
        }
        new Stop(terminal::line).stop(running.get(), place.home());
        return 0;
    }
}
