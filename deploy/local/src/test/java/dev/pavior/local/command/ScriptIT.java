package dev.pavior.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.local.process.Dist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of the checkout, in another checkout whose path has a space; only Maven is played. */
class ScriptIT {

    private static final List<String> MODULES =
            List.of(
                    "schemas",
                    "deploy/chassis",
                    "deploy/local",
                    "intake-service",
                    "labeling-service",
                    "metrics-service",
                    "handoff-service");

    /** Packages what it is asked for, while somebody goes on editing one file. */
    private static final String MAVEN =
            """
            #!/bin/sh
            echo built >> maven.log
            [ ! -f edit-during-build ] || { sleep 1.1; touch "$(cat edit-during-build)"; sleep 1.1; }
            for module in deploy/local *-service; do
                mkdir -p $module/target
                touch $module/target/$(basename $module)-0.1.0-SNAPSHOT.jar
                touch -t 202601020000 $module/target/$(basename $module)-0.1.0-SNAPSHOT-app.jar
            done
            """;

    @TempDir private Path folder;
    private Path checkout;

    @BeforeEach
    void layOutACheckout() throws IOException {
        checkout = Files.createDirectories(folder.resolve("a check out"));
        program(checkout.resolve("pavior"), Files.readString(Dist.root().resolve("pavior")));
        program(folder.resolve("bin/mvn"), MAVEN);
        program(folder.resolve("jdk/bin/java"), "#!/bin/sh\n");
        program(folder.resolve("jdk/bin/javac"), "#!/bin/sh\n");
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        old("pom.xml");
        for (var module : MODULES) {
            old(module + "/pom.xml");
            old(module + "/src/main/Source.java");
        }
    }

    @Test
    void buildsOnceAndNotAgainWhileNothingChanges() throws Exception {
        // Given
        up();
        // When
        up();
        // Then
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void takesWhatWasBuiltByHand() throws Exception {
        // Given
        var maven = new ProcessBuilder(folder.resolve("bin/mvn").toString());
        assertThat(maven.directory(checkout.toFile()).start().waitFor()).isZero();
        // When
        up();
        // Then
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void buildsAgainWhatWasEditedSince() throws Exception {
        // Given
        up();
        var inOneSecond = FileTime.from(Instant.now().plusSeconds(1));
        Files.setLastModifiedTime(checkout.resolve("schemas/src/main/Source.java"), inOneSecond);
        // When
        up();
        // Then
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void buildsAgainWhatWasEditedDuringTheBuild() throws Exception {
        // Given
        var edit = checkout.resolve("edit-during-build");
        Files.writeString(edit, "intake-service/src/main/Source.java");
        up();
        Files.delete(edit);
        // When
        up();
        // Then
        assertThat(builds()).isEqualTo(2);
    }

    private void up() throws IOException, InterruptedException {
        var log = folder.resolve("script.log");
        var builder =
                new ProcessBuilder(checkout.resolve("pavior").toString(), "up")
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment()
                .merge("PATH", folder.resolve("bin") + ":", (own, first) -> first + own);
        int status = builder.start().waitFor();
        assertThat(status).as(Files.readString(log)).isZero();
    }

    private int builds() throws IOException {
        return Files.readAllLines(checkout.resolve("maven.log")).size();
    }

    private static void program(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private void old(String name) throws IOException {
        var file = checkout.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        Files.setLastModifiedTime(
                file.getParent(), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    }
}
