package dev.pavior.local.command;

import dev.pavior.local.process.StartFailure;
import dev.pavior.local.stack.Launch;
import dev.pavior.local.stack.LaunchLock;
import dev.pavior.local.stack.Progress;
import dev.pavior.local.stack.Running;
import dev.pavior.local.stack.Stack;
import dev.pavior.local.stack.Stop;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** One start of a stack: up to the end in the foreground, or until it is let go. */
final class Session {

    private final Stack stack;
    private final Terminal terminal;

    Session(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    int run(boolean detach) {
        stack.home().prepare();
        var earlier = Running.in(stack.home());
        if (earlier.isPresent() && new Table(earlier.get(), stack).allHealthy()) {
            return alreadyRunning(earlier.get());
        }
        try (var _ = LaunchLock.take(stack.home())) {
            earlier.ifPresent(this::refuseRemains);
            return launch(detach);
        }
    }

    private int alreadyRunning(Running earlier) {
        if (stack.demo() && !earlier.demo()) {
            throw new StartFailure("Pavior runs already, without the sandbox: ./pavior down first");
        }
        terminal.line(
                "Pavior is running already"
                        + (earlier.demo() ? ", with the GitLab sandbox." : "."));
        new Addresses(earlier.stack(stack.root(), stack.home())).tell(terminal);
        return 0;
    }

    /** Half a stack is not mended in place: its owner should see what ended, and say down. */
    private void refuseRemains(Running earlier) {
        if (earlier.alive().isEmpty()) {
            return;
        }
        new Table(earlier, stack).tell(terminal);
        throw new StartFailure(
                "parts of an earlier start are left and not all are healthy: ./pavior down first");
    }

    private int launch(boolean detach) {
        Progress progress = terminal.progress();
        var launch = new Launch(stack, progress);
        var held = new AtomicBoolean(true);
        var hook = new Thread(() -> stopIfHeld(launch, held), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            launch.start();
        } catch (RuntimeException e) {
            stopIfHeld(launch, held);
            throw e;
        }
        new Addresses(stack).tell(terminal);
        if (detach) {
            launch.letGo();
            held.set(false);
            return 0;
        }
        return hold(launch, held);
    }

    /** Stays until Ctrl-C, whose hook stops all, or until all parts were stopped elsewhere. */
    private int hold(Launch launch, AtomicBoolean held) {
        terminal.line("Ctrl-C stops it.");
        var watch = new Watch(launch.children(), terminal);
        while (watch.anyAlive()) {
            try {
                TimeUnit.MILLISECONDS.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        held.set(false);
        terminal.line("All parts have ended.");
        return 1;
    }

    private void stopIfHeld(Launch launch, AtomicBoolean held) {
        if (held.getAndSet(false)) {
            terminal.endProgress();
            new Stop(terminal::line).stop(launch.running(), stack.home());
        }
    }
}
