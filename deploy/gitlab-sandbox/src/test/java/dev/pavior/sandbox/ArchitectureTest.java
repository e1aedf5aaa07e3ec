package dev.pavior.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SANDBOX =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.pavior.sandbox");

    @Test
    void keepsTheDomainPure() {
        classes()
                .that()
                .resideInAPackage("dev.pavior.sandbox.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "dev.pavior.sandbox.domain..")
                .check(SANDBOX);
    }

    @Test
    void knowsNothingOfPaviorItself() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.pavior.contract..", "dev.pavior.taxonomy..", "dev.pavior.chassis..")
                .check(SANDBOX);
    }
}
