package dev.pavior.local.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts broker, registry and the four services, and waits until all are healthy. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description =
                "Starts broker, registry and the four services, and waits until all are healthy.")
final class Up implements Callable<Integer> {

    @Mixin private final Place place = new Place();
    @Mixin private final StartOptions options = new StartOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var terminal = Terminal.of(spec.commandLine().getOut());
        return new Session(place.stack(options.portOffset(), false), terminal)
                .run(options.detach());
    }
}
