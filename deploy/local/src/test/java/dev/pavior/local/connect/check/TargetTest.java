package dev.pavior.local.connect.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @ParameterizedTest
    @CsvSource({
        "https://gitlab.example.com, https://gitlab.example.com, gitlab.example.com",
        "https://gitlab.example.com/, https://gitlab.example.com, gitlab.example.com",
        "https://gitlab.example.com/api/v4/, https://gitlab.example.com, gitlab.example.com",
        "https://example.com/gitlab, https://example.com/gitlab, example.com",
        "https://example.com:8443, https://example.com:8443, example.com:8443",
        "https://example.com:443, https://example.com:443, example.com"
    })
    void takesAnAddressAsPeopleCopyIt(String typed, String url, String host) {
        // When
        var target = Target.of(typed, List.of("/a/b/"), List.of());
        // Then
        assertThat(target.url()).hasToString(url);
        assertThat(target.host()).isEqualTo(host);
        assertThat(target.groups()).containsExactly("a/b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gitlab.example.com",
                "ftp://gitlab.example.com",
                "https://",
                "not an address",
                "https://gitlab.example.com/?private_token=x"
            })
    void takesNothingThatIsNoAddress(String typed) {
        assertThatThrownBy(() -> Target.of(typed, List.of("a"), List.of()))
                .isInstanceOf(ConnectRefusal.class)
                .hasMessageContaining("is no address; it should look like https://");
    }

    @Test
    void takesNoTokenInTheAddress() {
        assertThatThrownBy(() -> Target.of("https://me:secret@host", List.of("a"), List.of()))
                .hasMessageContaining("belongs into its file")
                .hasMessageNotContaining("secret");
    }

    @Test
    void wantsToKnowWhatToRead() {
        assertThatThrownBy(() -> Target.of("https://host", List.of(), List.of()))
                .hasMessageContaining("--group or --project");
    }

    @Test
    void keepsWhatIsReadOfDifferentTargetsApart() {
        // When
        var folders =
                List.of(
                        folder(List.of("a/b"), List.of()),
                        folder(List.of("a", "b"), List.of()),
                        folder(List.of("a"), List.of("b")),
                        folder(List.of(), List.of("a/b")));
        // Then
        assertThat(folders).doesNotHaveDuplicates().allMatch(folder -> folder.matches("[^:]+"));
        assertThat(folders.getFirst()).isEqualTo("host+8443/a+b");
    }

    private static String folder(List<String> groups, List<String> projects) {
        return Target.of("https://Host:8443", groups, projects).folder();
    }
}
