package dev.pavior.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/** Picks the first cluster that answers: a given one, containers, else local processes. */
final class Clusters {

    private Clusters() {}

    static Cluster first() {
        var cluster =
                given().or(ContainerCluster::start).orElseGet(() -> LocalCluster.start(folder()));
        System.out.println("RealKafka uses " + cluster);
        return cluster;
    }

    private static Optional<Cluster> given() {
        var bootstrap = System.getenv("PAVIOR_TEST_KAFKA_BOOTSTRAP");
        var registry = System.getenv("PAVIOR_TEST_REGISTRY_URL");
        return bootstrap == null || registry == null
                ? Optional.empty()
                : Optional.of(new GivenCluster(bootstrap, registry));
    }

    /** A folder for one run, removed after it. */
    private static Path folder() {
        try {
            var folder = Files.createTempDirectory("pavior-test-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.err.println("left behind: " + folder);
        }
    }
}
