package dev.pavior.intake.domain;

import static dev.pavior.intake.domain.SightBuilder.at;
import static dev.pavior.intake.domain.SightBuilder.minute;
import static dev.pavior.intake.domain.State.OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.intake.domain.Assembly.Revised;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresenceTest {

    private final List<Sight> sights = new ArrayList<>(List.of(at(1).state(OPENED).build()));

    @Test
    void goesOnceHoweverOftenItIsMissed() {
        // Given
        for (int minute = 5; minute < 60; minute++) {
            sights.add(at(minute, minute).missed("deleted").build());
        }

        // When
        var gone = gone();

        // Then
        assertThat(gone).containsExactly(null, new Gone(minute(5), "deleted"));
    }

    @Test
    void saysWhenTheReasonBecomesAnother() {
        // Given
        sights.add(at(5, 5).missed("unlisted").build());
        sights.add(at(6, 6).missed("hidden").build());

        // When
        var gone = gone();

        // Then
        assertThat(gone)
                .containsExactly(
                        null, new Gone(minute(5), "unlisted"), new Gone(minute(5), "hidden"));
    }

    @Test
    void comesBackWithANewerHook() {
        // Given
        sights.add(at(5, 5).missed("hidden").build());
        sights.add(at(6).state(OPENED).build());

        // When
        var gone = gone();

        // Then
        assertThat(gone).containsExactly(null, new Gone(minute(5), "hidden"), null);
    }

    @Test
    void staysGoneForALateHook() {
        // Given
        sights.add(at(5, 5).missed("deleted").build());
        sights.add(at(4, 9).state(OPENED).build());

        // When
        var gone = gone();

        // Then
        assertThat(gone).containsExactly(null, new Gone(minute(5), "deleted"));
    }

    @Test
    void comesBackWithALaterReadThoughItWasNotChangedSince() {
        // Given
        sights.add(at(5, 5).missed("hidden").build());
        sights.add(at(1, 9).foundNow(OPENED).build());

        // When
        var gone = gone();

        // Then
        assertThat(gone).containsExactly(null, new Gone(minute(5), "hidden"), null);
    }

    @Test
    void isSinceTheFirstMissAfterItWasLastThereInAnyOrder() {
        // Given
        sights.add(at(9, 9).missed("deleted").build());
        sights.add(at(3, 3).missed("hidden").build());
        sights.add(at(5).state(OPENED).build());
        sights.add(at(7, 7).missed("deleted").build());

        // When
        var forwards = Seeing.last(sights);
        var backwards = Seeing.last(sights.reversed());

        // Then
        assertThat(forwards.lifecycle().gone()).isEqualTo(new Gone(minute(7), "deleted"));
        assertThat(backwards).isEqualTo(forwards);
    }

    private List<Gone> gone() {
        var gone = new ArrayList<Gone>();
        for (Revised revised : Seeing.revisions(sights)) {
            gone.add(revised.facts().lifecycle().gone());
        }
        return gone;
    }
}
