package dev.pavior.local.command;

import dev.pavior.local.connect.check.ConnectRefusal;
import dev.pavior.local.process.StartFailure;
import dev.pavior.local.proof.HookLogRefused;
import dev.pavior.local.provision.ProvisioningRefused;
import dev.pavior.local.registry.RegistryRefusal;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
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
            Connect.class,
            Down.class,
            Status.class,
            Logs.class,
            Env.class,
            Provision.class,
            Backfill.class,
            Proof.class,
            Dlt.class,
            Trace.class,
            Hooks.class
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
    static int explain(Exception problem, CommandLine command, ParseResult result)
            throws Exception {
        switch (problem) {
            case StartFailure known -> tell(command, known.getMessage());
            case ProvisioningRefused known -> tell(command, known.getMessage());
            case RegistryRefusal known -> tell(command, known.getMessage());
            case HookLogRefused known -> tell(command, known.getMessage());
            case Misused known -> tell(command, known.getMessage());
            case ConnectRefusal known -> tell(command, known.getMessage());
            case UncheckedIOException known -> tell(command, innermost(known));
            case KafkaException known -> tell(command, innermost(known));
            default -> throw problem;
        }
        return 1;
    }

    /** The words of the cause that all others only wrap. */
    private static String innermost(Throwable problem) {
        var cause = problem;
        for (var next = cause.getCause(); next != null; next = next.getCause()) {
            cause = next;
        }
        // Without a reason such an exception's message is a path and nothing else.
        var bare = cause instanceof FileSystemException file && file.getReason() == null;
        return bare || cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private static void tell(CommandLine command, @Nullable String words) {
        command.getErr().println("pavior: " + words);
        command.getErr().flush();
    }
}
