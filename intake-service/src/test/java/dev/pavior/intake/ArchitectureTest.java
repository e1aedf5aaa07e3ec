package dev.pavior.intake;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import dev.pavior.testkit.Laws;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final String SERVICE = "dev.pavior.intake";
    private static final JavaClasses CLASSES = Laws.classesOf(SERVICE);

    static Stream<ArchRule> laws() {
        return Laws.of(SERVICE).stream();
    }

    @ParameterizedTest
    @MethodSource("laws")
    void keepsTheLaws(ArchRule law) {
        law.check(CLASSES);
    }
}
