package dev.pavior.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.pavior.contract.Service;
import java.util.Arrays;
import java.util.List;

/** The laws of the house that hold for each service, as rules a test can check. */
public final class Laws {

    private static final String WRITER = "dev.pavior.labeling.writer..";

    private Laws() {}

    /** The classes of a service, without its tests. */
    public static JavaClasses classesOf(String service) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(service);
    }

    /**
     * All laws together.
     *
     * @param service base package of the service, such as {@code dev.pavior.labeling}
     */
    public static List<ArchRule> of(String service) {
        return List.of(
                domainIsPure(service),
                knowsNoOtherService(service),
                onlyTheWriterSpeaksHttp(service),
                noFieldIsInjected(service));
    }

    /** Decisions know the language, the vocabulary and each other; nothing of the world. */
    public static ArchRule domainIsPure(String service) {
        var domain = service + ".domain..";
        return classes()
                .that()
                .resideInAPackage(domain)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                "java..", "org.jspecify..", "dev.pavior.taxonomy", domain))
                .as("the domain of " + service + " depends on the language and the taxonomy alone")
                .allowEmptyShould(true);
    }

    /** Services share contracts and topics, never code. */
    public static ArchRule knowsNoOtherService(String service) {
        var others =
                Arrays.stream(Service.values())
                        .map(other -> "dev.pavior." + other.word())
                        .filter(other -> !other.equals(service))
                        .map(other -> other + "..")
                        .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(service + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(others))
                .as(service + " knows no other service");
    }

    /** One process edits GitLab, and no service calls another. */
    public static ArchRule onlyTheWriterSpeaksHttp(String service) {
        return noClasses()
                .that()
                .resideInAPackage(service + "..")
                .and()
                .resideOutsideOfPackage(WRITER)
                .should()
                .dependOnClassesThat(httpClients())
                .as("only the writer of labeling speaks HTTP as a client");
    }

    /** What a class needs stands in its constructor. */
    public static ArchRule noFieldIsInjected(String service) {
        return noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(service + "..")
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .as("no field is injected")
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> httpClients() {
        return resideInAPackage("java.net.http..")
                .or(resideInAPackage("org.springframework.web.reactive.function.client.."))
                .or(resideInAPackage("org.springframework.web.client.."))
                .or(resideInAPackage("reactor.netty.http.client.."))
                .or(named("java.net.HttpURLConnection"))
                .as("HTTP clients");
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return DescribedPredicate.describe(name, type -> type.getFullName().equals(name));
    }
}
