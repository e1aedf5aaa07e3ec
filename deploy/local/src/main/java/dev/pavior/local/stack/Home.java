package dev.pavior.local.stack;

import dev.pavior.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * The folder that holds all a local run writes.
 *
 * @param folder its place, {@code .pavior} in the checkout unless told otherwise
 */
public record Home(Path folder) {

    private static final long NEEDED_BYTES = 1L << 30;

    /** A home by its folder, wherever this process was started. */
    public static Home at(Path folder) {
        return new Home(folder.toAbsolutePath().normalize());
    }

    /** The log file of a part. */
    public Path log(String part) {
        return folder.resolve("logs").resolve(part + ".log");
    }

    Path data(String part) {
        return folder.resolve("data").resolve(part);
    }

    Path state() {
        return folder.resolve("state");
    }

    Path sandbox() {
        return folder.resolve("sandbox");
    }

    Path secrets() {
        return folder.resolve("secrets");
    }

    Path accessFile() {
        return secrets().resolve("access.yaml");
    }

    Path run() {
        return folder.resolve("run");
    }

    /** Creates the folder, which only its owner may look into. */
    public void prepare() {
        try {
            OwnerOnly.directory(folder);
            Files.createDirectories(state());
            Files.createDirectories(run());
            Files.createDirectories(folder.resolve("data"));
            Files.createDirectories(folder.resolve("logs"));
        } catch (IOException e) {
            throw new StartFailure("cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Deletes what was read and made of it; only where it was a home, for it may be any folder. */
    public void forget() {
        if (Files.exists(secrets().resolve("tokens.properties"))) {
            delete(folder.resolve("data"));
            delete(state());
        }
    }

    private static void delete(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var inside = Files.walk(folder)) {
            for (var path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new StartFailure("cannot delete " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Refuses to start where a broker would soon fail for want of space. */
    void requireSpace() {
        try {
            requireSpace(Files.getFileStore(folder).getUsableSpace(), NEEDED_BYTES);
        } catch (IOException e) {
            throw new StartFailure("cannot tell the free space of " + folder, e);
        }
    }

    void requireSpace(long usable, long needed) {
        if (usable < needed) {
            throw new StartFailure(
                    "the disk of %s is full: %d MB are free, %d MB are needed"
                            .formatted(folder, usable >> 20, needed >> 20));
        }
    }
}
