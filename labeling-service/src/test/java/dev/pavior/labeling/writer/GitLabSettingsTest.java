package dev.pavior.labeling.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class GitLabSettingsTest {

    private static GitLabSettings settings(String url, String token) {
        return new GitLabSettings(
                url,
                new Secret(token),
                false,
                false,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                DataSize.ofMegabytes(1));
    }

    @ParameterizedTest
    @CsvSource({
        "https://gitlab.example, gitlab.example",
        "https://gitlab.example:443/, gitlab.example",
        "https://gitlab.example:8443/gitlab, gitlab.example:8443",
        "http://127.0.0.1:8085, 127.0.0.1:8085",
        "http://gitlab.example:80, gitlab.example"
    })
    void namesTheHostAsItemKeysDo(String url, String host) {
        // When, Then
        assertThat(settings(url, "t").host()).isEqualTo(host);
    }

    @Test
    void isDryWithoutAUrl() {
        // When, Then
        assertThat(settings("", "").isDry()).isTrue();
        assertThat(settings("http://127.0.0.1:1", "t").isDry()).isFalse();
    }

    @Test
    void refusesAUrlWithoutAToken() {
        // When, Then
        assertThatThrownBy(() -> settings("http://127.0.0.1:1", ""))
                .hasMessageContaining("without a write token");
    }

    @ParameterizedTest
    @CsvSource({"ftp://gitlab.example", "gitlab.example", "https://user:pass@gitlab.example"})
    void refusesWhatIsNoWebAddress(String url) {
        // When, Then
        assertThatThrownBy(() -> settings(url, "t")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverShowsTheToken() {
        // When, Then
        assertThat(settings("http://127.0.0.1:1", "hidden").toString()).doesNotContain("hidden");
    }
}
