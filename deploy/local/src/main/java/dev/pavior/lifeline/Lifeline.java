package dev.pavior.lifeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Ends this process when its launcher, which holds the other end of standard input, is gone. */
public final class Lifeline {

    /** The line by which the launcher lets this process live on without it. */
    static final String DETACH = "detach";

    private static final long GRACE_SECONDS = 10;

    private Lifeline() {}

    /** Starts watching; the virtual machine calls this before the program's own main method. */
    public static void premain(@Nullable String options) {
        daemon("lifeline", Lifeline::watch);
    }

    private static void watch() {
        if (!detached()) {
            daemon("lifeline-last-resort", Lifeline::haltAfterGrace);
            System.exit(143);
        }
    }

    /** Blocks until the launcher either lets go or is gone; true where it let go. */
    private static boolean detached() {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            for (var line = input.readLine(); line != null; line = input.readLine()) {
                if (line.equals(DETACH)) {
                    return true;
                }
            }
        } catch (IOException e) {
            // A pipe that cannot be read is a launcher that is gone.
            return false;
        }
        return false;
    }

    private static void haltAfterGrace() {
        try {
            TimeUnit.SECONDS.sleep(GRACE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(143);
    }

    private static void daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
