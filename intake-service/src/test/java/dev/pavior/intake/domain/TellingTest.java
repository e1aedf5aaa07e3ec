package dev.pavior.intake.domain;

import static dev.pavior.intake.domain.SightBuilder.at;
import static dev.pavior.intake.domain.SightBuilder.minute;
import static dev.pavior.intake.domain.State.OPENED;
import static dev.pavior.intake.domain.Telling.Turn.KEEP;
import static dev.pavior.intake.domain.Telling.Turn.WITHDRAW;
import static dev.pavior.intake.domain.Telling.Turn.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.intake.domain.Telling.Turn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellingTest {

    private final List<Sight> sights = new ArrayList<>();

    @Test
    void writesWordsOnceAndAgainWhenTheyChange() {
        // Given
        see(open(1).text("t", "one"));
        see(open(2).text("t", "one"));
        see(open(3).text("t", "two"));
        see(open(4).text("u", "two"));

        // Then
        assertThat(texts()).containsExactly(WRITE, KEEP, WRITE, WRITE);
        assertThat(titles()).containsExactly(WRITE, KEEP, KEEP, WRITE);
    }

    @Test
    void keepsNewWordsFromALateSight() {
        // Given
        see(open(3).text("new", "new"));
        see(open(1).text("old", "old"));

        // Then
        assertThat(texts()).containsExactly(WRITE, KEEP);
        assertThat(titles()).containsExactly(WRITE, KEEP);
    }

    @Test
    void withdrawsTheTitleAndWritesTheTextAnewWhenItBecomesConfidential() {
        // Given
        see(open(1).text("t", "one"));
        see(at(2).state(OPENED).confidential(true).text("t", "one"));
        see(open(3).text("t", "one"));

        // Then
        assertThat(texts()).containsExactly(WRITE, WRITE, WRITE);
        assertThat(titles()).containsExactly(WRITE, WITHDRAW, WRITE);
    }

    @Test
    void remembersWhenWordsCameThoughTheyAreWrittenAnew() {
        // Given
        see(open(1).text("t", "one"));
        see(at(2).confidential(true).text("t", "one"));

        // When
        var told = Seeing.all(sights).getLast().telling().told().text();

        // Then
        assertThat(told.confidential()).isTrue();
        assertThat(told.validFrom()).isEqualTo(minute(1));
        assertThat(told.revision()).isEqualTo(1);
    }

    @Test
    void withdrawsOpenTextThatBecomesConfidentialWithoutBeingShown() {
        // Given
        see(open(1).text("t", "one"));
        see(at(2).confidential(true));
        see(at(3).confidential(true).text("t", "one"));

        // Then
        assertThat(texts()).containsExactly(WRITE, WITHDRAW, WRITE);
        assertThat(titles()).containsExactly(WRITE, WITHDRAW, KEEP);
    }

    @Test
    void neverWritesTheTitleOfAnItemThatNobodyCalledOpen() {
        // Given
        see(at(1).state(OPENED).text("t", "one"));

        // Then
        assertThat(texts()).containsExactly(WRITE);
        assertThat(titles()).containsExactly(KEEP);
    }

    @Test
    void withdrawsBothWhenItIsGoneAndWritesThemWhenItIsBack() {
        // Given
        see(open(1).text("t", "one"));
        see(at(5, 5).missed("deleted"));
        see(open(3).text("t", "late"));
        see(at(6, 6).missed("deleted"));
        see(open(7).text("t", "late"));

        // Then
        assertThat(texts()).containsExactly(WRITE, WITHDRAW, KEEP, KEEP, WRITE);
        assertThat(titles()).containsExactly(WRITE, WITHDRAW, KEEP, KEEP, WRITE);
    }

    @Test
    void writesATitleThatIsShownWithoutItsDescription() {
        // Given
        see(open(1).text("t", "one"));
        see(at(2).shows(Field.TITLE, Text.titleDigest("u")));

        // Then
        assertThat(texts()).containsExactly(WRITE, KEEP);
        assertThat(titles()).containsExactly(WRITE, WRITE);
    }

    private static SightBuilder open(long minute) {
        return at(minute).state(OPENED).confidential(false);
    }

    private void see(SightBuilder sight) {
        sights.add(sight.build());
    }

    private List<Turn> texts() {
        return Seeing.all(sights).stream().map(each -> each.telling().text()).toList();
    }

    private List<Turn> titles() {
        return Seeing.all(sights).stream().map(each -> each.telling().title()).toList();
    }
}
