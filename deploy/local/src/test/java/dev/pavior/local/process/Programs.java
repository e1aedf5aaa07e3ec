package dev.pavior.local.process;

import java.util.List;
import java.util.Map;

/** Programs for tests, run from the class path of the test. */
final class Programs {

    private Programs() {}

    static Program sleeper() {
        return of(Sleeper.class);
    }

    static Program launcher(String log, String mode) {
        return of(Launcher.class, log, mode);
    }

    private static Program of(Class<?> main, String... arguments) {
        return new Program(
                main.getSimpleName(),
                List.of("-XX:+UseSerialGC", "-Dpavior.root=" + Dist.root()),
                List.of("-cp", System.getProperty("java.class.path"), main.getName()),
                List.of(arguments),
                Map.of());
    }
}
