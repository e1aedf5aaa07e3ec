package dev.pavior.intake.health;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final Line PUBLISHED = new Line("one", "published", "none");
    private static final Line UNCOUNTED = new Line("one", "unavailable", "uncounted");
    private static final Line KILLED = new Line("unknown", "unavailable", "killed");

    private final Ledger ledger = new Ledger();

    @Test
    void goesOnFromTheRunBeforeAndSettlesWhatWasAtHand() {
        // Given
        var before = new Ledger();
        for (int i = 0; i < 5; i++) {
            before.received();
        }
        before.ended(PUBLISHED);
        before.ended(PUBLISHED);
        ledger.received(); // came before the last sheet was read

        // When
        ledger.resume(before.sheet());

        // Then
        var sheet = ledger.sheet();
        assertThat(sheet.received()).isEqualTo(6);
        assertThat(sheet.restarts()).isEqualTo(1);
        assertThat(sheet.lines()).containsEntry(PUBLISHED, 2L).containsEntry(KILLED, 3L);
        assertThat(sheet.received() - sheet.ended()).isEqualTo(1);
        assertThat(ledger.received()).isEqualTo(7);
    }

    @Test
    void countsAChangedEndOnce() {
        // Given
        ledger.received();
        ledger.ended(PUBLISHED);

        // When
        ledger.changed(PUBLISHED, UNCOUNTED);

        // Then
        assertThat(ledger.sheet().lines()).containsOnlyKeys(UNCOUNTED).containsEntry(UNCOUNTED, 1L);
    }
}
