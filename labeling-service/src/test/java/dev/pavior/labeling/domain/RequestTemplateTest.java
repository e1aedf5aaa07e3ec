package dev.pavior.labeling.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestTemplateTest {

    private static final RequestTemplate TEMPLATE =
            new RequestTemplate(
                    "By {{requester}} for {{wanted_by}}.\n\n## Problem\n\n{{problem}}\nEnd");

    @Test
    void quotesWhatStandsAloneAndPutsTheRestIntoTheLine() {
        // When
        var text =
                TEMPLATE.render(
                        Map.of("requester", "ada"),
                        Map.of("wanted_by", "June\nor July", "problem", "one\ntwo"));

        // Then
        assertThat(text)
                .isEqualTo("By ada for June or July.\n\n## Problem\n\n> one\n> two\n\nEnd\n");
    }

    @Test
    void losesNoAnswerThatHasNoPlace() {
        // When
        var text = TEMPLATE.render(Map.of("requester", "ada"), Map.of("token_name", "bot\n@all"));

        // Then
        assertThat(text).endsWith("End\n\n## token name\n\n> bot\n> @\u2060all\n");
    }

    @Test
    void fillsNoPlaceThatAnAnswerBrings() {
        // When
        var text =
                TEMPLATE.render(
                        Map.of("requester", "ada"), Map.of("problem", "{{requester}} $1 \\ {{x}}"));

        // Then
        assertThat(text).contains("> {{requester}} $1 \\ {{x}}\n");
    }

    @Test
    void refusesAPlaceThatIsWrittenWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequestTemplate("one\ntwo {{Problem }}\n"))
                .withMessageStartingWith("line 2: ");
    }
}
