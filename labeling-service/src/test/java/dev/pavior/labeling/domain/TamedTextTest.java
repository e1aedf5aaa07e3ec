package dev.pavior.labeling.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TamedTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@all",
                "hello @ada.kovac",
                "x@all",
                "é@all",
                "`code`@all",
                "mail me: ada@example.com",
                "<!-- hidden -->",
                "<script>x</script>",
                "<details><summary>",
                "&#64;all",
                "&commat;all",
                "a\r\n/close",
                "a\r/close",
                "a\u2028/close",
                "a\u0085/close",
                "/close",
                "   /assign me",
                "\t/label ~bug",
                "a\u0000/close",
                "\u0000/close",
                "\u202E/close"
            })
    void leavesNothingForGitLabToActOn(String text) {
        // When
        var quotation = TamedText.quotation(text);

        // Then
        assertThat(quotation)
                .doesNotContainPattern("@[\\w.-]")
                .doesNotContainPattern("<[A-Za-z/!?]")
                .doesNotContainPattern("&[A-Za-z#]")
                .doesNotContainPattern("(?m)^\\s*/")
                .doesNotContainPattern("(?m)^>\\s*/")
                .doesNotContainPattern("[\u0000\u202E\u2028\u0085\r]");
        assertThat(quotation.lines()).allMatch(line -> line.startsWith(">"));
        assertThat(TamedText.phrase(text))
                .hasLineCount(1)
                .doesNotContainPattern("@[\\w.-]|<[A-Za-z/!?]|&[A-Za-z#]|^\\s*/");
    }

    @Test
    void keepsEachLineWithinItsQuotation() {
        // When
        var quotation = TamedText.quotation("one\n\n```\nfence that never ends\n# heading\n");

        // Then
        assertThat(quotation).isEqualTo("> one\n>\n> ```\n> fence that never ends\n> # heading");
    }

    @Test
    void leavesPlainWordsAsTheyAre() {
        // Given
        var text = "5 < 6 & 7 > 3, see https://gitlab.com/a/b and #12, 50 % / 2";

        // When
        var phrase = TamedText.phrase(text);

        // Then
        assertThat(phrase).isEqualTo(text);
    }
}
