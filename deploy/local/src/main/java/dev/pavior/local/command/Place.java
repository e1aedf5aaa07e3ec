package dev.pavior.local.command;

import dev.pavior.local.process.Dist;
import dev.pavior.local.process.StartFailure;
import dev.pavior.local.stack.Home;
import dev.pavior.local.stack.PortPlan;
import dev.pavior.local.stack.Running;
import dev.pavior.local.stack.Stack;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command works: the options that all commands share. */
final class Place {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder for data, logs and secrets (default: .pavior in the checkout).")
    private @Nullable Path home;

    Path root() {
        return Dist.root();
    }

    Home home() {
        return Home.at(home == null ? root().resolve(".pavior") : home);
    }

    Stack stack(int portOffset, boolean demo) {
        return new Stack(root(), home(), PortPlan.of(portOffset, System::getenv), demo);
    }

    Optional<Running> running() {
        return Running.in(home());
    }

    Running requireRunning() {
        return running()
                .orElseThrow(() -> new StartFailure("nothing is running in " + home().folder()));
    }
}
