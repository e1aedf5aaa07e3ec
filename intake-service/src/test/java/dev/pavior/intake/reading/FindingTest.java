package dev.pavior.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pavior.contract.ItemKey;
import dev.pavior.contract.v1.Observation;
import dev.pavior.contract.v1.Origin;
import dev.pavior.intake.reading.sight.Look;
import dev.pavior.intake.reading.sight.Sights;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FindingTest {

    private static final Look LOOK = new Look("main", "git.test", Origin.SWEEP, Instant.EPOCH);

    @Test
    void holdsEverythingWhereManyProjectsLoseLittleEach() {
        // Given
        var losing = new LinkedHashMap<String, Finding>();
        LongStream.rangeClosed(1, 100).forEach(p -> losing.put("issues of project " + p, loses(5)));

        // When
        var judged = Sweep.judged(losing, new Loss(20_000, 0.02, 1));

        // Then
        assertThat(judged).hasSize(100);
        assertThat(judged.values())
                .containsOnly(
                        new Finding.TooMuch(
                                300,
                                5,
                                "the whole run would lose at least 500 of 20000 items (2.5 %)"));
    }

    @Test
    void believesSmallLossesThatStaySmallTogether() {
        // Given
        Map<String, Finding> losing = Map.of("issues of project 1", loses(5));

        // When
        var judged = Sweep.judged(losing, new Loss(20_000, 0.02, 1));

        // Then
        assertThat(judged).isEqualTo(losing);
    }

    @Test
    void looksNoFurtherWhenTooManyAreGone() {
        // Given
        var asked = new AtomicInteger();

        // When
        var finding =
                Finding.of(
                        numbers(100),
                        numbers(50),
                        new Loss(100, 0.02, 1),
                        iid -> {
                            asked.incrementAndGet();
                            return Optional.of(gone(iid));
                        });

        // Then
        assertThat(finding)
                .isEqualTo(
                        new Finding.TooMuch(50, 3, "would lose at least 3 of 100 items (3.0 %)"));
        assertThat(asked).hasValue(3);
    }

    @Test
    void losesNothingThatIsThereWhenLookedFor() {
        // When
        var finding =
                Finding.of(numbers(3), numbers(0), new Loss(3, 0.02, 1), iid -> Optional.empty());

        // Then
        assertThat(finding).isEqualTo(new Finding.Whole(0, List.of()));
    }

    private static Finding loses(int count) {
        return new Finding.Whole(
                300, LongStream.rangeClosed(1, count).mapToObj(FindingTest::gone).toList());
    }

    private static Observation gone(long iid) {
        return Sights.gone(ItemKey.issue("git.test", 1, iid), LOOK, "missing");
    }

    private static Numbers numbers(int upTo) {
        var numbers = new Numbers();
        LongStream.rangeClosed(1, upTo).forEach(numbers::add);
        return numbers;
    }
}
