package dev.pavior.local.command;

import dev.pavior.local.process.StartFailure;
import dev.pavior.local.provision.ProvisioningRefused;
import dev.pavior.local.registry.RegistryRefusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The launcher: runs the whole of Pavior on this machine. */
@Command(
        name = "pavior",
        mixinStandardHelpOptions = true,
        version = "Pavior 0.1.0",
        description = "Runs the whole of Pavior on this machine.",
        subcommands = {
            Demo.class,
            Up.class,
            Down.class,
            Status.class,
            Logs.class,
            Env.class,
            Provision.class
        })
public final class Pavior implements Runnable {

    @Spec private CommandSpec spec;

    private Pavior(CommandSpec spec) {
        this.spec = spec;
    }

    /** Runs one command. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Pavior(CommandSpec.create()))
                .setExecutionExceptionHandler(Pavior::explain);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do");
    }

    /** What can go wrong in a known way is told in its own words; all else keeps its trace. */
    private static int explain(Exception problem, CommandLine command, ParseResult result)
            throws Exception {
        switch (problem) {
            case StartFailure known -> tell(command, known);
            case ProvisioningRefused known -> tell(command, known);
            case RegistryRefusal known -> tell(command, known);
            default -> throw problem;
        }
        return 1;
    }

    private static void tell(CommandLine command, RuntimeException known) {
        command.getErr().println("pavior: " + known.getMessage());
        command.getErr().flush();
    }
}
