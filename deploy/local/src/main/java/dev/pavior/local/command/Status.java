package dev.pavior.local.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells how each part is. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Tells how each part is; succeeds only when all are healthy.")
final class Status implements Callable<Integer> {

    @Mixin private final Place place = new Place();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var terminal = Terminal.of(spec.commandLine().getOut());
        var running = place.running();
        if (running.isEmpty()) {
            terminal.line("Nothing is running.");
            return 1;
        }
        var table = new Table(running.get(), place.stack(0, running.get().demo()));
        table.tell(terminal);
        return table.allHealthy() ? 0 : 1;
    }
}
