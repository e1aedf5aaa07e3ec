package dev.pavior.handoff;

import com.tngtech.archunit.lang.ArchRule;
import dev.pavior.testkit.Laws;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final String HANDOFF = "dev.pavior.handoff";

    static List<ArchRule> laws() {
        return Laws.of(HANDOFF);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void keepsTheLawsOfTheHouse(ArchRule law) {
        // When
        law.check(Laws.classesOf(HANDOFF));

        // Then nothing was violated
    }
}
