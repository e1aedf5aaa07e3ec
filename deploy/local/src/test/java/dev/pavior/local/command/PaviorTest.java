package dev.pavior.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaviorTest {

    @TempDir private Path home;

    private final StringWriter err = new StringWriter();

    @Test
    void tellsOfAFullDiskInOneLine() throws Exception {
        // When
        explain(new UncheckedIOException(new IOException("No space left on device")));
        // Then
        assertThat(err).hasToString("pavior: No space left on device" + System.lineSeparator());
    }

    @Test
    void saysWhatIsAmissWithAFileBesideItsName() throws Exception {
        // When
        explain(new UncheckedIOException(new NoSuchFileException("/a/file")));
        // Then
        assertThat(err)
                .hasToString(
                        "pavior: java.nio.file.NoSuchFileException: /a/file"
                                + System.lineSeparator());
    }

    @Test
    void tellsOfABrokerWithoutAnAddressInOneLine() {
        // When
        var status = run("provision", "--bootstrap", "no-such-host.invalid:9092");
        // Then
        assertThat(status).isEqualTo(1);
        assertThat(err)
                .hasToString(
                        "pavior: No resolvable bootstrap urls given in bootstrap.servers"
                                + System.lineSeparator());
    }

    @Test
    void tellsOfAnImpossiblePortInOneLine() {
        // When
        var status = run("up", "--port-offset", "60000");
        // Then
        assertThat(status).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("pavior: the port offset 60000 moves ")
                .endsWith("which is no port" + System.lineSeparator())
                .hasLineCount(1);
    }

    private int run(String command, String... options) {
        return Pavior.commandLine()
                .setErr(new PrintWriter(err, true))
                .execute(arguments(command, options));
    }

    private String[] arguments(String command, String... options) {
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--home", home.toString()));
        arguments.addAll(List.of(options));
        return arguments.toArray(String[]::new);
    }

    private void explain(Exception problem) throws Exception {
        var command = Pavior.commandLine().setErr(new PrintWriter(err, true));
        Pavior.explain(problem, command, command.parseArgs());
    }
}
