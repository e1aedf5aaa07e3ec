package dev.pavior.local.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts everything that up starts and a GitLab sandbox with a team's history. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Starts everything that up starts and a GitLab sandbox with a team's history.")
final class Demo implements Callable<Integer> {

    @Mixin private final Place place = new Place();
    @Mixin private final StartOptions options = new StartOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var terminal = Terminal.of(spec.commandLine().getOut());
        return new Session(place.stack(options.portOffset(), true), terminal).run(options.detach());
    }
}
