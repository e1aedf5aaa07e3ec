package dev.pavior.metrics;

import com.tngtech.archunit.lang.ArchRule;
import dev.pavior.testkit.Laws;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final String METRICS = "dev.pavior.metrics";

    static List<ArchRule> laws() {
        return Laws.of(METRICS);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void keepsTheLawsOfTheHouse(ArchRule law) {
        // When
        law.check(Laws.classesOf(METRICS));

        // Then nothing was violated
    }
}
