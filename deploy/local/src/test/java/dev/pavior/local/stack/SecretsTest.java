package dev.pavior.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pavior.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir private Path folder;

    @Test
    void areMadeOnceAndKept() {
        // Given
        var home = Home.at(folder);
        var first = Secrets.of(home);
        // When
        var second = Secrets.of(home);
        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void areAllDifferentAndDifferInEachHome() {
        // Given
        var here = Secrets.of(Home.at(folder.resolve("here")));
        // When
        var there = Secrets.of(Home.at(folder.resolve("there")));
        // Then
        assertThat(
                        Set.of(
                                here.webhook(),
                                here.api(),
                                here.gitlabAdmin(),
                                here.gitlabWrite(),
                                here.gitlabRead(),
                                there.webhook(),
                                there.api()))
                .hasSize(7)
                .allMatch(secret -> secret.length() >= 40);
    }

    @Test
    void neverStayWithoutAnAccessFileWhenTheirFirstMakingWasCutShort() throws IOException {
        // Given
        var home = Home.at(folder);
        var obstacle = home.secrets().resolve("access.yaml.new/in-the-way");
        Files.createDirectories(obstacle);
        assertThatThrownBy(() -> Secrets.of(home)).isInstanceOf(StartFailure.class);
        Files.delete(obstacle);
        // When
        Secrets.of(home);
        // Then
        assertThat(home.accessFile()).exists();
    }

    @Test
    void areReadableByTheirOwnerAlone() throws IOException {
        // Given
        var home = Home.at(folder.resolve("home"));
        // When
        Secrets.of(home);
        // Then
        try (var files = Files.list(home.secrets())) {
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(
                            file ->
                                    assertThat(Files.getPosixFilePermissions(file))
                                            .isEqualTo(
                                                    PosixFilePermissions.fromString("rw-------")));
        }
        assertThat(Files.getPosixFilePermissions(home.secrets()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void showNothingInMessages() {
        // Given
        var secrets = Secrets.of(Home.at(folder));
        // When
        var text = secrets.toString();
        // Then
        assertThat(text).doesNotContain(secrets.api(), secrets.webhook(), secrets.gitlabAdmin());
    }

    @Test
    void nameTheTokenInTheAccessFileByItsHashAlone() throws IOException {
        // Given
        var home = Home.at(folder);
        var secrets = Secrets.of(home);
        // When
        var access = Files.readString(home.accessFile());
        // Then
        assertThat(access)
                .containsPattern("(?m)^- token_sha256: [0-9a-f]{64}$")
                .contains("  role: operator\n")
                .doesNotContain(secrets.api());
    }
}
