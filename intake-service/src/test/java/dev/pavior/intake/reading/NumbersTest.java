package dev.pavior.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void tellsWhatIsInOneAndNotInTheOther() {
        // Given
        var known = new Numbers();
        var listed = new Numbers();
        for (long number = 1; number <= 20_000; number++) {
            known.add(number);
            listed.add(number);
        }
        known.add(9_000_000_000L);
        listed.remove(8_192);
        listed.remove(1);

        // When
        var missing = known.without(listed).toArray();

        // Then
        assertThat(missing).containsExactly(1, 8_192, 9_000_000_000L);
        assertThat(known.size()).isEqualTo(20_001);
        assertThat(listed.contains(8_192)).isFalse();
    }
}
