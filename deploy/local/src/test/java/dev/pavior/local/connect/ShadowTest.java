package dev.pavior.local.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.local.connect.check.Target;
import dev.pavior.local.connect.check.TokenFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShadowTest {

    private static final Map<String, String> SHELL =
            Map.of(
                    "PAVIOR_GITLAB_WRITE_TOKEN", "their-write-token",
                    "PAVIOR_GITLAB_READ_TOKEN", "another-token",
                    "PAVIOR_GITLAB_URL", "https://another.example.com",
                    "PAVIOR_DRY_RUN", "false",
                    "PAVIOR_CHARTER_DIR", "/their/charter");

    private final Shadow shadow =
            Shadow.of(
                    Target.of("https://gitlab.example.com", List.of("a", "b"), List.of("c/d")),
                    new TokenFile(Path.of("/its/token"), "secret-token", false),
                    SHELL::get);

    @Test
    void takesNoTokenAndNoWayToWriteFromTheShell() {
        // When, Then
        assertThat(shadow.apply("PAVIOR_GITLAB_WRITE_TOKEN")).isNull();
        assertThat(shadow.apply("PAVIOR_GITLAB_READ_TOKEN")).isNull();
        assertThat(shadow.apply("PAVIOR_DRY_RUN")).isEqualTo("true");
        assertThat(shadow.apply("PAVIOR_GITLAB_URL")).isEqualTo("https://gitlab.example.com");
        assertThat(shadow.apply("PAVIOR_CHARTER_DIR")).isEqualTo("/their/charter");
    }

    @Test
    void tellsTheTokenByItsFile() {
        // When, Then
        assertThat(shadow.apply("PAVIOR_GITLAB_READ_TOKEN_FILE")).isEqualTo("/its/token");
        assertThat(shadow.told().values()).noneMatch(value -> value.contains("secret-token"));
    }

    @Test
    void readsWhatWasNamedAndTakesNoHooks() {
        // When, Then
        assertThat(shadow.apply("PAVIOR_GITLAB_GROUPS")).isEqualTo("a,b");
        assertThat(shadow.apply("PAVIOR_GITLAB_PROJECTS")).isEqualTo("c/d");
        assertThat(shadow.apply("PAVIOR_WEBHOOK_ENABLED")).isEqualTo("false");
    }
}
