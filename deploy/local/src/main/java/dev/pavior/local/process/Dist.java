package dev.pavior.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The parts that the build laid ready to run.
 *
 * @param directory where they lie
 */
public record Dist(Path directory) {

    /** The parts of a checkout. */
    public static Dist of(Path root) {
        return new Dist(root.resolve("deploy/local/target/dist"));
    }

    /** The parts of the checkout that this process runs in. */
    public static Dist here() {
        return of(root());
    }

    /** The root of the checkout: as the property {@code pavior.root} says, else found upwards. */
    public static Path root() {
        return Optional.ofNullable(System.getProperty("pavior.root"))
                .map(Path::of)
                .orElseGet(() -> upwards(Path.of("").toAbsolutePath()));
    }

    /** The jars of the broker. */
    public Path kafka() {
        return present(directory.resolve("kafka"));
    }

    /** The broker's logging configuration, on its class path. */
    public Path brokerLogging() {
        return present(directory.resolve("kafka/broker-log4j2.xml"));
    }

    /** The registry's runnable jar. */
    public Path registry() {
        return present(directory.resolve("registry/quarkus-run.jar"));
    }

    /** The agent that ties a process to its launcher. */
    public Path lifeline() {
        return present(directory.resolve("lifeline.jar"));
    }

    private static Path upwards(Path start) {
        for (var folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("deploy/local/pom.xml"))) {
                return folder;
            }
        }
        throw new StartFailure(start + " lies in no checkout of Pavior");
    }

    private static Path present(Path part) {
        if (!Files.exists(part)) {
            throw new StartFailure(
                    part + " is missing; build it: mvn -Pquick -pl deploy/local -am package");
        }
        return part;
    }
}
