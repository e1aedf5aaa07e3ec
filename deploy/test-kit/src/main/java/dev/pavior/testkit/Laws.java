package dev.pavior.testkit;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
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
import java.net.http.HttpRequest;
import java.util.Arrays;
import java.util.List;

/** The laws of the house that hold for each service, as rules a test can check. */
public final class Laws {

    private static final String WRITER = "dev.pavior.labeling.writer..";
    private static final String READER = "dev.pavior.intake.gitlab..";

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
                onlyWriterAndReaderSpeakHttp(service),
                theReaderOnlyReads(),
                onlyTheDoctorChangesHooks(),
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

    /** One package edits GitLab, one reads it, and no service calls another. */
    public static ArchRule onlyWriterAndReaderSpeakHttp(String service) {
        return noClasses()
                .that()
                .resideInAPackage(service + "..")
                .and()
                .resideOutsideOfPackages(WRITER, READER)
                .should()
                .dependOnClassesThat(httpClients())
                .as("only labeling's writer and the intake's reader speak HTTP as clients");
    }

    /** The intake gets, and posts queries to GraphQL; it writes to hooks, by one class alone. */
    public static ArchRule theReaderOnlyReads() {
        return noClasses()
                .that()
                .resideInAPackage(READER)
                .and()
                .doNotHaveSimpleName("HookWire")
                .should()
                .callMethodWhere(
                        target(owner(assignableTo(HttpRequest.Builder.class)))
                                .and(target(nameMatching("PUT|DELETE|method"))))
                .as("the reader sends no request that writes")
                .allowEmptyShould(true);
    }

    /** Who reads GitLab cannot reach what changes hooks. */
    public static ArchRule onlyTheDoctorChangesHooks() {
        return noClasses()
                .that()
                .resideInAPackage("dev.pavior.intake..")
                .and()
                .resideOutsideOfPackages("dev.pavior.intake.doctor..")
                .and()
                .haveNameNotMatching(".*\\.(GitLabHooks|HookWire)")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("dev\\.pavior\\.intake\\.gitlab\\.(GitLabHooks|HookWire)")
                .as("only the hook doctor changes hooks")
                .allowEmptyShould(true);
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
