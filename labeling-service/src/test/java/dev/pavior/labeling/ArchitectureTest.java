package dev.pavior.labeling;

import com.tngtech.archunit.lang.ArchRule;
import dev.pavior.testkit.Laws;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final String SERVICE = "dev.pavior.labeling";

    static List<ArchRule> laws() {
        return Laws.of(SERVICE);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void obeysTheLaws(ArchRule law) {
        law.check(Laws.classesOf(SERVICE));
    }
}
