package dev.pavior;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.pavior");

    @Test
    void keepsTheTaxonomyPure() {
        classes()
                .that()
                .resideInAPackage("dev.pavior.taxonomy")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "dev.pavior.taxonomy")
                .check(CLASSES);
    }

    @Test
    void keepsFrameworksAndClientsOutOfTheContracts() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "io.apicurio..")
                .check(CLASSES);
    }

    @Test
    void keepsContractsAndTaxonomyApart() {
        noClasses()
                .that()
                .resideInAPackage("dev.pavior.contract..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.pavior.taxonomy..")
                .check(CLASSES);
    }
}
