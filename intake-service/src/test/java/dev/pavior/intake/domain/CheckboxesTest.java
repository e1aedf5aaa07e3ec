package dev.pavior.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckboxesTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '', 0, 0
                    'no boxes here', 0, 0
                    '- [ ] one', 0, 1
                    '- [x] one|- [X] two|- [ ] three', 2, 3
                    '* [x] star|+ [ ] plus|1. [x] numbered|2) [ ] bracket', 2, 4
                    '  - [x] nested|> - [ ] quoted', 1, 2
                    '- [~] dropped', 0, 0
                    '- [x]glued|-[x] glued|- [] empty|text - [x] inline', 0, 0
                    '- [x]', 1, 1
                    """)
    void countsTickedAndAllBoxes(String markdown, int done, int total) {
        // When
        var boxes = Checkboxes.in(markdown.replace('|', '\n'));

        // Then
        assertThat(boxes).isEqualTo(new Checkboxes(done, total));
    }

    @Test
    void leavesFencedCodeOut() {
        // Given
        var markdown =
                """
                - [x] real
                ````markdown
                - [ ] example
                ```
                - [ ] still an example
                ````
                ~~~
                - [ ] another
                ~~~
                - [ ] real again
                """;

        // When
        var boxes = Checkboxes.in(markdown);

        // Then
        assertThat(boxes).isEqualTo(new Checkboxes(1, 2));
    }

    @Test
    void digestsTitleAndDescriptionOnly() {
        // When
        var text = Text.of("title", "- [x] done", List.of());

        // Then: printf 'title\n- [x] done' | sha256sum
        assertThat(text.digest())
                .isEqualTo("e48045e9f4500c37d326212b18222444548e50dd0ec9bbfb12d42309a2752830");
        assertThat(text.criteriaDone()).isEqualTo(1);
    }
}
