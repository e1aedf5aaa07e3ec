package dev.pavior.local.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands about records that could not be processed. */
@Command(
        name = "dlt",
        mixinStandardHelpOptions = true,
        description = "Lists, shows and replays what could not be processed.",
        subcommands = {DltList.class, DltShow.class, DltReplay.class})
final class Dlt implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say list, show or replay");
    }
}
