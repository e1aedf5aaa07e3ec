package dev.pavior.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pavior.contract.ItemKey.Container;
import dev.pavior.contract.ItemKey.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemKeyTest {

    @Test
    void namesAnIssue() {
        assertThat(ItemKey.issue("gitlab.com", 278964, 17))
                .hasToString("gitlab.com/278964/issue/17");
    }

    @Test
    void namesAMergeRequest() {
        assertThat(ItemKey.mergeRequest("127.0.0.1:8085", 3, 4))
                .hasToString("127.0.0.1:8085/3/merge_request/4");
    }

    @Test
    void namesAnEpicByItsGroup() {
        assertThat(ItemKey.epic("gitlab.com", 9970, 5))
                .hasToString("gitlab.com/groups/9970/epic/5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gitlab.com/278964/issue/17",
                "gitlab.example:8443/1/merge_request/9223372036854775807",
                "[::1]:8085/1/issue/1",
                "gitlab.com/groups/9970/epic/5"
            })
    void readsWhatItWrites(String text) {
        // When
        var key = ItemKey.parse(text);

        // Then
        assertThat(key).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gitlab.com",
                "gitlab.com/1/issue",
                "gitlab.com/1/issue/",
                "gitlab.com/1/issue/2/",
                "gitlab.com/1/issue/0",
                "gitlab.com/-1/issue/2",
                "gitlab.com/1/epic/2",
                "gitlab.com/1/Issue/2",
                "gitlab.com/1/issue/9223372036854775808",
                "gitlab.com/groups/1/issue/2",
                "/1/issue/2",
                "git lab/1/issue/2",
                // One item has one name: what a number parser also accepts is refused.
                "gitlab.com/+1/issue/2",
                "gitlab.com/01/issue/2",
                "gitlab.com/1/issue/٢"
            })
    void refusesWhatIsNoKey(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ItemKey.parse(text));
    }

    @Test
    void refusesAnEpicInAProject() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ItemKey("gitlab.com", Container.PROJECT, 1, Kind.EPIC, 1))
                .withMessageContaining("group");
    }
}
