package dev.pavior.local.stack;

import dev.pavior.local.process.Child;
import dev.pavior.local.process.Program;
import dev.pavior.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A runnable jar laid out flat by Spring Boot's own tool: it starts with a third less work than
 * from jars within a jar, and a later build does not pull anything away under a process that runs.
 */
final class UnpackedApp {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final Path lifeline;

    /**
     * A place to unpack one application.
     *
     * @param folder where it is laid out
     * @param lifeline the agent's jar
     */
    UnpackedApp(Path folder, Path lifeline) {
        this.folder = folder;
        this.lifeline = lifeline;
    }

    /** The flat jar, unpacked now unless that was done for this very build. */
    Path of(Path built) throws IOException {
        var stamp = folder.resolve("unpacked-from");
        // When it was really written: builds that can be repeated give all jars the same date.
        var build = Files.getAttribute(built, "unix:ctime") + " " + Files.size(built);
        if (!Files.exists(stamp) || !Files.readString(stamp).equals(build)) {
            Files.createDirectories(folder);
            Files.deleteIfExists(stamp);
            unpack(built);
            Files.writeString(stamp, build);
        }
        return folder.resolve(built.getFileName());
    }

    private void unpack(Path built) {
        var tool = Child.start(tool(built), lifeline, folder.resolve("unpack.log"));
        if (!tool.endedWell(PATIENCE)) {
            tool.kill();
            throw new StartFailure(built + " cannot be unpacked: " + tool.died());
        }
    }

    private Program tool(Path built) {
        return new Program(
                "unpacking",
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djarmode=tools"),
                List.of("-jar", built.toString()),
                List.of("extract", "--force", "--destination", folder.toString()),
                Map.of());
    }
}
