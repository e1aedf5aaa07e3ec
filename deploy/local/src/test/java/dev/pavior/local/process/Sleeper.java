package dev.pavior.local.process;

import java.util.concurrent.TimeUnit;

/** A program that does nothing until it is ended. */
final class Sleeper {

    private Sleeper() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("asleep");
        TimeUnit.HOURS.sleep(1);
    }
}
