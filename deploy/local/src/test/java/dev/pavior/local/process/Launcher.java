package dev.pavior.local.process;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A program that starts a child, tells its pid and waits, after letting it go if told to. */
final class Launcher {

    private Launcher() {}

    public static void main(String[] arguments) throws InterruptedException {
        var child = Child.start(Programs.sleeper(), Dist.here().lifeline(), Path.of(arguments[0]));
        if (arguments[1].equals("let-go")) {
            child.letGo();
            // The child must have read the line before this process may die.
            TimeUnit.SECONDS.sleep(1);
        }
        System.out.println("child " + child.pid());
        TimeUnit.HOURS.sleep(1);
    }
}
