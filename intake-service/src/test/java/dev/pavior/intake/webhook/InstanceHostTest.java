package dev.pavior.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceHostTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "https://gitlab.com, gitlab.com",
                "https://GitLab.Example/some/path, gitlab.example",
                "https://gitlab.example:443, gitlab.example",
                "http://gitlab.example:80/, gitlab.example",
                "http://127.0.0.1:8085, 127.0.0.1:8085",
                "https://user@gitlab.example, gitlab.example",
                "none, configured.example",
                "'', configured.example",
                "gitlab.example, configured.example",
                "ftp://gitlab.example, configured.example",
                "https://, configured.example",
                "'https://bad host/', configured.example",
                "https:///path, configured.example"
            })
    void takesTheHostOfAUrlAndElseTheConfiguredOne(String header, String host) {
        // When
        var found = InstanceHost.of(header, "configured.example");

        // Then
        assertThat(found).isEqualTo(host);
    }
}
