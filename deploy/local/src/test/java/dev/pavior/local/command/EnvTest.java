package dev.pavior.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvTest {

    @ParameterizedTest
    @ValueSource(strings = {"plain", "", "it's", "a b$c`d\"e\\f", "''"})
    void quotesSoThatAShellReadsTheSameValue(String value) throws Exception {
        // Given
        var script = "V=" + Env.quoted(value) + "; printf %s \"$V\"";
        // When
        var shell = new ProcessBuilder("sh", "-c", script).start();
        // Then
        assertThat(new String(shell.getInputStream().readAllBytes())).isEqualTo(value);
    }
}
