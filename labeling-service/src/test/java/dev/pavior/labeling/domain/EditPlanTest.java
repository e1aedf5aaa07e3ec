package dev.pavior.labeling.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.labeling.domain.EditPlan.Look;
import dev.pavior.labeling.domain.EditPlan.Titles;
import dev.pavior.labeling.domain.EditPlan.Verdict;
import dev.pavior.labeling.domain.EditPlan.Wish;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditPlanTest {

    private static final String PENDING = "ProdSecEngMetric::Pending";
    private static final Look BASIS = new Look("opened", List.of("bug"));
    private static final Titles EXACT = Optional::of;

    private static Wish add(String id, String label) {
        return new Wish(id, "policy " + id, BASIS, new Action(List.of(label), List.of()));
    }

    @Test
    void changesAnItemThatIsAsItWas() {
        // When
        var plan = EditPlan.of(List.of(add("a", PENDING)), BASIS, EXACT);

        // Then
        assertThat(plan.verdicts())
                .containsEntry("a", new Verdict.Change(List.of(PENDING), List.of()));
    }

    @Test
    void isSupersededWhereLabelsChanged() {
        // When
        var now = new Look("opened", List.of("bug", "new"));
        var plan = EditPlan.of(List.of(add("a", PENDING)), now, EXACT);

        // Then
        assertThat(plan.verdicts()).containsEntry("a", new Verdict.Superseded());
        assertThat(plan.add()).isEmpty();
    }

    @Test
    void isSupersededWhereTheStateChanged() {
        // When
        var plan =
                EditPlan.of(List.of(add("a", PENDING)), new Look("closed", List.of("bug")), EXACT);

        // Then
        assertThat(plan.verdicts()).containsEntry("a", new Verdict.Superseded());
    }

    @Test
    void hasNothingToDoWhereItIsSoAlready() {
        // When
        var now = new Look("closed", List.of("bug", PENDING));
        var plan = EditPlan.of(List.of(add("a", PENDING)), now, EXACT);

        // Then
        assertThat(plan.verdicts()).containsEntry("a", new Verdict.AlreadySo());
    }

    @Test
    void takesTheOldValueOfAScopeOffExplicitly() {
        // Given
        var look =
                new Look(
                        "opened",
                        List.of(
                                "ProdSecEngMetric::Internal",
                                "ProdSecEngMetric::deep::Internal",
                                "ProdSecEngMetricX::Internal"));
        var wish = new Wish("a", "p", look, new Action(List.of(PENDING), List.of()));

        // When
        var plan = EditPlan.of(List.of(wish), look, EXACT);

        // Then
        assertThat(plan.add()).containsExactly(PENDING);
        assertThat(plan.remove()).containsExactly("ProdSecEngMetric::Internal");
    }

    @Test
    void usesTheTitleThatGitLabHas() {
        // When
        var plan = EditPlan.of(List.of(add("a", "BUGFIX")), BASIS, label -> Optional.of("bugfix"));

        // Then
        assertThat(plan.add()).containsExactly("bugfix");
    }

    @Test
    void asksForNoLabelThatGitLabLacks() {
        // When
        var plan = EditPlan.of(List.of(add("a", "Pendnig")), BASIS, label -> Optional.empty());

        // Then
        assertThat(plan.verdicts()).containsEntry("a", new Verdict.NoSuchLabel("Pendnig"));
    }

    @Test
    void joinsTheEditsOfAnItem() {
        // When
        var plan = EditPlan.of(List.of(add("a", "one"), add("b", "two")), BASIS, EXACT);

        // Then
        assertThat(plan.add()).containsExactly("one", "two");
    }

    @Test
    void refusesTheLaterOfTwoThatContradict() {
        // Given
        var remove = new Wish("b", "other", BASIS, new Action(List.of(), List.of("one")));

        // When
        var plan = EditPlan.of(List.of(add("a", "one"), remove), BASIS, EXACT);

        // Then
        assertThat(plan.verdicts())
                .containsEntry("b", new Verdict.Contradicted("policy a"))
                .containsEntry("a", new Verdict.Change(List.of("one"), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "one,two"}) // already so; superseded
    void doesNotRefuseAnEditForAStaleOne(String wanted) {
        // Given
        var closed = new Look("closed", List.of("bug", "one"));
        var opener =
                new Wish("a", "opened", BASIS, new Action(List.of(wanted.split(",")), List.of()));
        var closer = new Wish("b", "closed", closed, new Action(List.of(), List.of("one")));

        // When
        var plan = EditPlan.of(List.of(opener, closer), closed, EXACT);

        // Then
        assertThat(plan.verdicts())
                .containsEntry("b", new Verdict.Change(List.of(), List.of("one")));
        assertThat(plan.add()).isEmpty();
    }

    @Test
    void doesNotRefuseAStaleEditForGood() {
        // Given
        var closed = new Look("closed", List.of("bug", "one"));
        var now = new Look("opened", List.of("bug", "one"));
        var stale = new Wish("b", "closed", closed, new Action(List.of(), List.of("one")));
        var wish = new Wish("a", "opened", now, new Action(List.of("one", "two"), List.of()));

        // When
        var plan = EditPlan.of(List.of(wish, stale), now, EXACT);

        // Then
        assertThat(plan.verdicts()).containsEntry("b", new Verdict.Superseded());
    }
}
