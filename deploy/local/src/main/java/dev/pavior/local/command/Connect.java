package dev.pavior.local.command;

import dev.pavior.local.connect.CharterFolder;
import dev.pavior.local.connect.Connection;
import dev.pavior.local.connect.Shadow;
import dev.pavior.local.connect.check.PreCheck;
import dev.pavior.local.connect.check.Target;
import dev.pavior.local.connect.check.TokenFile;
import dev.pavior.local.connect.report.Markdown;
import dev.pavior.local.connect.report.PlainText;
import dev.pavior.local.connect.report.Section;
import dev.pavior.local.process.Dist;
import dev.pavior.local.process.StartFailure;
import dev.pavior.local.stack.Home;
import dev.pavior.local.stack.PortPlan;
import dev.pavior.local.stack.Running;
import dev.pavior.local.stack.Secrets;
import dev.pavior.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows on a GitLab what Pavior would do there, and writes nothing to it. */
@Command(
        name = "connect",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a GitLab, and shows what Pavior would label and measure there.",
            "Writes nothing to it and needs no hooks; a second run goes on where one ended."
        })
final class Connect implements Callable<Integer> {

    private static final Clock CLOCK = Clock.systemUTC();

    @Mixin private final ConnectOptions options = new ConnectOptions();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--once", description = "End after the report; else go on until Ctrl-C.")
    private boolean once;

    @Option(names = "--fresh", description = "Forget first what was read before.")
    private boolean fresh;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            defaultValue = "${env:PAVIOR_PORT_OFFSET:-0}",
            description = "Add N to each port, to run beside another stack (default: 0).")
    private int portOffset;

    @Override
    public Integer call() {
        var terminal = Terminal.of(spec.commandLine().getOut());
        var target = options.target();
        var token = options.token();
        var report = options.report();
        var vocabulary = new CharterFolder(charter()).vocabulary();
        var admission = new PreCheck(target, token, System::getenv, CLOCK).run();
        new Greeting(target, admission).lines().forEach(terminal::line);
        var connection = new Connection(admission, vocabulary, new Bar(terminal), CLOCK);
        return new Session(stack(target, token), terminal)
                .run(
                        running -> {
                            tell(terminal, connection.look(running), report, target.host());
                            return leave(terminal, running);
                        });
    }

    private Stack stack(Target target, TokenFile token) {
        var home = options.home(target);
        if (fresh) {
            forget(home);
        }
        return new Stack(
                Dist.root(),
                home,
                PortPlan.of(portOffset, System::getenv),
                false,
                Shadow.of(target, token, System::getenv));
    }

    private static Path charter() {
        return Optional.ofNullable(System.getenv("PAVIOR_CHARTER_DIR"))
                .filter(said -> !said.isBlank())
                .map(Path::of)
                .orElseGet(() -> Dist.root().resolve("deploy/charter"));
    }

    private static void forget(Home home) {
        if (Running.in(home).filter(running -> !running.alive().isEmpty()).isPresent()) {
            throw new StartFailure("it runs: ./pavior down --home " + home.folder() + " first");
        }
        home.forget();
    }

    private static void tell(
            Terminal terminal, List<Section> report, Optional<Path> file, String host) {
        terminal.endLine();
        PlainText.of(report).forEach(terminal::line);
        terminal.line("");
        file.ifPresent(
                path -> {
                    write(path, Markdown.of("What Pavior sees at " + host, report));
                    terminal.line("The whole report is in " + path);
                });
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Session.End leave(Terminal terminal, Stack running) {
        if (once) {
            terminal.line("What was read is kept in " + running.home().folder());
            return Session.End.STOP;
        }
        terminal.line("Dashboard      " + running.ports().url("metrics") + "/");
        terminal.line("  log in with  " + Secrets.of(running.home()).api());
        terminal.line("Reading goes on.");
        return Session.End.STAY;
    }
}
