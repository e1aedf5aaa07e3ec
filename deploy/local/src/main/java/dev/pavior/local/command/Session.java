package dev.pavior.local.command;

import dev.pavior.local.process.StartFailure;
import dev.pavior.local.stack.Launch;
import dev.pavior.local.stack.LaunchLock;
import dev.pavior.local.stack.Running;
import dev.pavior.local.stack.Stack;
import dev.pavior.local.stack.Stop;
import java.util.concurrent.TimeUnit;

/** One start of a stack: up to the end in the foreground, or until it is let go. */
final class Session {

    /** What a shell reports of a command that Ctrl-C ended. */
    private static final int INTERRUPTED = 130;

    private final Stack stack;
    private final Terminal terminal;

    Session(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    /** What is done once all is healthy. */
    @FunctionalInterface
    interface Then {

        /** Does it on the stack that runs, and says what becomes of that. */
        End on(Stack running);
    }

    /** What becomes of a stack that was started. */
    enum End {
        STAY,
        LEAVE,
        STOP
    }

    /** Up, with its addresses told, and on until Ctrl-C unless it is let go. */
    int run(boolean detach) {
        return run(
                running -> {
                    new Addresses(running).tell(terminal);
                    return detach ? End.LEAVE : End.STAY;
                });
    }

    int run(Then then) {
        stack.home().prepare();
        var earlier = Running.in(stack.home());
        if (earlier.isPresent() && new Table(earlier.get(), stack).allHealthy()) {
            return alreadyRunning(earlier.get(), then);
        }
        try (var _ = LaunchLock.take(stack.home())) {
            earlier.ifPresent(this::refuseRemains);
            return launch(then);
        }
    }

    private int alreadyRunning(Running earlier, Then then) {
        if (stack.demo() && !earlier.demo()) {
            throw new StartFailure("Pavior runs already, without the sandbox: ./pavior down first");
        }
        terminal.line(
                "Pavior is running already"
                        + (earlier.demo() ? ", with the GitLab sandbox." : "."));
        then.on(earlier.stack(stack.root(), stack.home()));
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

    private int launch(Then then) {
        var launch = new Launch(stack, terminal.progress());
        var hook = new Thread(() -> stop(launch), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            launch.start();
            var end = then.on(stack);
            if (end == End.LEAVE) {
                launch.letGo();
                return 0;
            }
            if (end == End.STOP) {
                return launch.stop(new Stop(part -> {})) ? 0 : interrupted(hook);
            }
        } catch (RuntimeException e) {
            if (stop(launch)) {
                throw e;
            }
            return interrupted(hook);
        }
        return hold(launch, hook);
    }

    /** Stays until Ctrl-C, whose hook stops all, or until all parts were stopped elsewhere. */
    private int hold(Launch launch, Thread hook) {
        terminal.line("Ctrl-C stops it.");
        var watch = new Watch(launch.children(), terminal);
        while (launch.held() && watch.anyAlive()) {
            try {
                TimeUnit.MILLISECONDS.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        if (!launch.release()) {
            return interrupted(hook);
        }
        terminal.line("All parts have ended.");
        return 1;
    }

    /** Says nothing more, and keeps the home locked until the hook has stopped all. */
    private static int interrupted(Thread hook) {
        try {
            hook.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return INTERRUPTED;
    }

    private boolean stop(Launch launch) {
        if (launch.held()) {
            terminal.endProgress();
        }
        return launch.stop(new Stop(terminal::line));
    }
}
