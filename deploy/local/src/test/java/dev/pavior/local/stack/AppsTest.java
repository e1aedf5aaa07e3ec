package dev.pavior.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppsTest {

    private static final Secrets OWN = new Secrets("own-webhook", "api", "admin", "write", "read");
    private static final Map<String, String> CALLER =
            Map.of(
                    "PAVIOR_WEBHOOK_TOKEN", "their-webhook",
                    "PAVIOR_CHARTER_DIR", "/their/charter",
                    "PAVIOR_ACCESS_FILE", "/their/access.yaml",
                    "PAVIOR_GITLAB_URL", "https://gitlab.example.com");

    @Test
    void takeTheCallersSettingsOverTheirOwn() {
        // When
        var intake = settings(false, "intake", CALLER);
        // Then
        assertThat(intake)
                .containsEntry("PAVIOR_WEBHOOK_TOKEN", "their-webhook")
                .containsEntry("PAVIOR_CHARTER_DIR", "/their/charter")
                .containsEntry("PAVIOR_ACCESS_FILE", "/their/access.yaml");
    }

    @Test
    void keepTheirOwnSettingsWhereTheCallersAreBlank() {
        // When
        var intake = settings(false, "intake", Map.of("PAVIOR_WEBHOOK_TOKEN", " "));
        // Then
        assertThat(intake)
                .containsEntry("PAVIOR_WEBHOOK_TOKEN", "own-webhook")
                .containsEntry("PAVIOR_CHARTER_DIR", "/checkout/deploy/charter")
                .containsEntry("PAVIOR_ACCESS_FILE", "/home/secrets/access.yaml");
    }

    @Test
    void keepTheirOwnSettingsInTheDemo() {
        // When
        var intake = settings(true, "intake", CALLER);
        // Then
        assertThat(intake)
                .containsEntry("PAVIOR_WEBHOOK_TOKEN", "own-webhook")
                .containsEntry("PAVIOR_CHARTER_DIR", "/checkout/deploy/charter")
                .containsEntry("PAVIOR_ACCESS_FILE", "/home/secrets/access.yaml");
    }

    @Test
    void leaveLabelingWithoutAGitLabThatItCannotWriteTo() {
        // When
        var labeling = settings(false, "labeling", CALLER);
        // Then
        assertThat(labeling).doesNotContainKey("PAVIOR_GITLAB_URL");
    }

    @Test
    void tellLabelingOfAGitLabThatItMayWriteTo() {
        // Given
        var caller =
                Map.of(
                        "PAVIOR_GITLAB_URL", "https://gitlab.example.com",
                        "PAVIOR_GITLAB_WRITE_TOKEN", "their-write");
        // When
        var labeling = settings(false, "labeling", caller);
        // Then
        assertThat(labeling).containsAllEntriesOf(caller);
    }

    @Test
    void tellLabelingOfAGitLabForADryRun() {
        // Given
        var caller =
                Map.of(
                        "PAVIOR_GITLAB_URL", "https://gitlab.example.com",
                        "PAVIOR_DRY_RUN", "true");
        // When
        var labeling = settings(false, "labeling", caller);
        // Then
        assertThat(labeling).containsAllEntriesOf(caller);
    }

    @Test
    void tellTheWritingTokenToLabelingAlone() {
        // Given
        var caller = Map.of("PAVIOR_GITLAB_WRITE_TOKEN", "their-write");
        // When
        var apps = apps(false, caller).all();
        // Then
        assertThat(apps)
                .filteredOn(app -> app.environment().containsValue("their-write"))
                .extracting(App::name)
                .containsExactly("labeling");
    }

    @Test
    void haveTheIntakeReadTheSandboxInTheDemo() {
        // When
        var intake = settings(true, "intake", CALLER);
        // Then
        assertThat(intake)
                .containsEntry("PAVIOR_GITLAB_URL", "http://127.0.0.1:8085")
                .containsEntry("PAVIOR_GITLAB_READ_TOKEN", "read")
                .containsEntry("PAVIOR_GITLAB_GROUPS", "acme,product-security");
    }

    @Test
    void leaveTheIntakeWithoutAGitLabThatItCannotRead() {
        // When
        var intake = settings(false, "intake", Map.of("PAVIOR_GITLAB_URL", "https://gitlab.com"));
        // Then
        assertThat(intake).doesNotContainKey("PAVIOR_GITLAB_URL");
    }

    @Test
    void tellTheIntakeOfAGitLabThatItMayRead() {
        // Given
        var caller =
                Map.of(
                        "PAVIOR_GITLAB_URL", "https://gitlab.com",
                        "PAVIOR_GITLAB_READ_TOKEN_FILE", "/their/token",
                        "PAVIOR_GITLAB_GROUPS", "acme/security");
        // When
        var intake = settings(false, "intake", caller);
        // Then
        assertThat(intake).containsAllEntriesOf(caller);
    }

    @Test
    void letTheIntakeLookAfterHooksOnlyWithATokenForThem() {
        // Given
        var caller =
                Map.of(
                        "PAVIOR_GITLAB_HOOKS_TOKEN", "their-hooks",
                        "PAVIOR_INTAKE_PUBLIC_URL", "https://pavior.example.com",
                        "PAVIOR_HOOKS_CREATE", "false");
        // When
        var intake = settings(false, "intake", caller);
        var without =
                settings(
                        false,
                        "intake",
                        Map.of("PAVIOR_INTAKE_PUBLIC_URL", "https://pavior.example.com"));
        // Then
        assertThat(intake).containsAllEntriesOf(caller);
        assertThat(without).doesNotContainKey("PAVIOR_INTAKE_PUBLIC_URL");
    }

    private static Map<String, String> settings(
            boolean demo, String name, Map<String, String> caller) {
        return apps(demo, caller).all().stream()
                .filter(app -> app.name().equals(name))
                .findFirst()
                .orElseThrow()
                .environment();
    }

    private static Apps apps(boolean demo, Map<String, String> caller) {
        var ports = PortPlan.of(0, name -> null);
        var stack = new Stack(Path.of("/checkout"), Home.at(Path.of("/home")), ports, demo);
        return new Apps(stack, OWN, caller::get);
    }
}
