package dev.pavior.local.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://gitlab.com/g/sub/p/-/issues/5, gitlab.com/path/g/sub/p, gitlab.com/9/issue/5",
        "https://GitLab.com:443/g/p/-/work_items/6, gitlab.com/path/g/p, gitlab.com/9/issue/6",
        "http://h:8085/g/p/-/merge_requests/7/diffs, h:8085/path/g/p, h:8085/9/merge_request/7",
        "https://h/groups/g/sub/-/epics/8, h/path/g/sub, h/groups/9/epic/8",
        "https://h/g/p/-/issues/5#note_1, h/path/g/p, h/9/issue/5"
    })
    void readsTheAddressOfAPage(String url, String catalogKey, String itemKey) {
        // When
        var address = ItemAddress.parse(url).orElseThrow();
        // Then
        assertThat(address.catalogKey()).isEqualTo(catalogKey);
        assertThat(address.key(9)).hasToString(itemKey);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gitlab.com/14/issue/5",
                "b7e1-0a",
                "https://gitlab.com/g/p",
                "https://gitlab.com/g/p/-/issues/new",
                "ftp://gitlab.com/g/p/-/issues/5"
            })
    void leavesAllElse(String text) {
        // When
        var address = ItemAddress.parse(text);
        // Then
        assertThat(address).isEmpty();
    }
}
