package dev.pavior.handoff.domain;

import static dev.pavior.handoff.domain.Story.at;
import static dev.pavior.handoff.domain.Story.issue;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DossierTest {

    private final Dossier known = new Dossier(issue(3, "bug"), at(3, "in dev"), null);

    static Stream<Arguments> news() {
        return Stream.of(
                Arguments.of("a newer item", new News.OfItem(issue(4)), true),
                Arguments.of("the same item", new News.OfItem(issue(3, "bug")), false),
                Arguments.of("an older item", new News.OfItem(issue(2)), false),
                Arguments.of("a newer workflow", new News.OfWorkflow(at(4, "complete")), true),
                Arguments.of("the same workflow", new News.OfWorkflow(at(3, "in dev")), false),
                Arguments.of("a corrected workflow", new News.OfWorkflow(at(3, "complete")), true),
                Arguments.of("an older workflow", new News.OfWorkflow(at(2, "complete")), false),
                Arguments.of("nothing", new News.Empty(), false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("news")
    void takesInOnlyWhatIsNew(String what, News news, boolean isNew) {
        // When
        var next = known.with(news);

        // Then
        assertThat(next.isPresent()).isEqualTo(isNew);
    }
}
