package dev.pavior.local.command;

import dev.pavior.local.hooks.HookSheet;
import dev.pavior.local.hooks.HookTable;
import dev.pavior.local.process.StartFailure;
import dev.pavior.local.reading.IntakeDoor;
import dev.pavior.local.stack.Secrets;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows how the hooks at GitLab are. */
@Command(
        name = "hooks",
        mixinStandardHelpOptions = true,
        description = {
            "Shows how the hooks at GitLab are; succeeds only when there are some and all work.",
            "The token of an intake elsewhere is taken from PAVIOR_API_TOKEN."
        })
final class Hooks implements Callable<Integer> {

    @Mixin private final Place place = new Place();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--intake",
            paramLabel = "URL",
            description = "The intake to ask (default: that of the running stack).")
    private @Nullable String intake;

    @Option(names = "--json", description = "Print what the intake answers, for programs.")
    private boolean json;

    @Override
    public Integer call() {
        var terminal = Terminal.of(spec.commandLine().getOut());
        var answer = door().ask("/v1/hooks");
        var sheet = HookSheet.of(answer);
        if (json) {
            terminal.line(answer.toPrettyString());
        } else {
            tell(sheet, terminal);
        }
        return sheet.isHealthy() ? 0 : 1;
    }

    private static void tell(HookSheet sheet, Terminal terminal) {
        if (!sheet.hooks().isEmpty()) {
            new HookTable(terminal.hasColours()).lines(sheet).forEach(terminal::line);
        }
        for (var source : sheet.unwatched()) {
            terminal.line(
                    "Nobody looks after the hooks of %s: it has no token for them (%s)."
                            .formatted(source, "PAVIOR_GITLAB_HOOKS_TOKEN"));
        }
        if (sheet.hooks().isEmpty() && sheet.unwatched().isEmpty()) {
            terminal.line("No hook was looked at yet.");
        }
    }

    private IntakeDoor door() {
        if (intake != null) {
            return new IntakeDoor(
                    intake.replaceAll("/+$", ""), givenToken().orElseThrow(Hooks::noToken));
        }
        var stack = place.requireRunning().stack(place.root(), place.home());
        var token = givenToken().orElseGet(() -> Secrets.of(place.home()).api());
        return new IntakeDoor(stack.ports().url("intake"), token);
    }

    private static Optional<String> givenToken() {
        return Optional.ofNullable(System.getenv("PAVIOR_API_TOKEN")).filter(t -> !t.isBlank());
    }

    private static StartFailure noToken() {
        return new StartFailure("--intake needs a token in PAVIOR_API_TOKEN");
    }
}
