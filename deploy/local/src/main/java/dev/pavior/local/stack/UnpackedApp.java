package dev.pavior.local.stack;

import dev.pavior.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A runnable jar laid out flat by Spring Boot's own tool: it starts with a third less work than
 * from jars within a jar, and a later build does not pull anything away under a process that runs.
 */
final class UnpackedApp {

    private static final long PATIENCE_SECONDS = 120;

    private final Path folder;

    UnpackedApp(Path folder) {
        this.folder = folder;
    }

    /** The flat jar, unpacked now unless that was done for this very build. */
    Path of(Path built) throws IOException {
        var stamp = folder.resolve("unpacked-from");
        var build = Files.getLastModifiedTime(built) + " " + Files.size(built);
        if (!Files.exists(stamp) || !Files.readString(stamp).equals(build)) {
            Files.createDirectories(folder);
            Files.deleteIfExists(stamp);
            unpack(built);
            Files.writeString(stamp, build);
        }
        return folder.resolve(built.getFileName());
    }

    private void unpack(Path built) throws IOException {
        var tool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Djarmode=tools",
                                "-jar",
                                built.toString(),
                                "extract",
                                "--force",
                                "--destination",
                                folder.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (!tool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || tool.exitValue() != 0) {
                tool.destroyForcibly();
                throw new StartFailure(built + " cannot be unpacked");
            }
        } catch (InterruptedException e) {
            tool.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted while unpacking " + built, e);
        }
    }
}
