package dev.pavior.metrics;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import dev.pavior.testkit.Laws;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final String METRICS = "dev.pavior.metrics";

    private static final JavaClasses CLASSES = Laws.classesOf(METRICS);

    static List<ArchRule> laws() {
        return Laws.of(METRICS);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void keepsTheLawsOfTheHouse(ArchRule law) {
        // When
        law.check(CLASSES);

        // Then nothing was violated
    }
}
