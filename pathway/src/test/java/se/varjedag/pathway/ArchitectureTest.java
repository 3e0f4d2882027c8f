package se.varjedag.pathway;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/// What the kernel may not become.
class ArchitectureTest {
    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("se.varjedag.pathway");
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("se.varjedag.pathway");

    @Test
    void the_kernel_knows_no_framework_database_message_or_page() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.sql..",
                        "javax.sql..",
                        "jakarta..",
                        "ca.uhn.fhir..",
                        "org.hl7..",
                        "gg.jte..",
                        "tools.jackson..",
                        "com.fasterxml..",
                        "org.duckdb..",
                        "picocli..")
                .because("one tracer serves one patient and fifty million events, wherever it runs")
                .check(PRODUCTION);
    }

    @Test
    void only_the_definitions_are_read_from_files() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..pathway.definition..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.snakeyaml..", "java.nio.file..", "java.nio.channels..", "java.net..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(InputStream.class, OutputStream.class, File.class)
                .because("what is computed follows from what is given")
                .check(PRODUCTION);
    }

    @Test
    void the_kernel_asks_no_clock() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "asks what time it is",
                        call -> call.getTarget().getOwner().getPackageName().startsWith("java.time")
                                        && (call.getTarget().getName().equals("now")
                                                || call.getTarget().getName().startsWith("system"))
                                || clock(call.getTarget())))
                .because("a report for last March must give last March's answer")
                .check(PRODUCTION);
    }

    private static boolean clock(AccessTarget target) {
        return target.getOwner().isEquivalentTo(System.class)
                && (target.getName().equals("currentTimeMillis")
                        || target.getName().equals("nanoTime"));
    }

    @Test
    void the_kernel_throws_no_dice() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .because("the same events give the same figures")
                .check(PRODUCTION);
    }

    @Test
    void the_kernel_speaks_no_locale_of_the_machine() {
        noClasses()
                .should()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.text..")
                .because("a figure is written alike on every machine")
                .check(PRODUCTION);
    }

    @Test
    void each_package_knows_only_those_before_it() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("definition")
                .definedBy("..pathway.definition..")
                .layer("event")
                .definedBy("..pathway.event..")
                .layer("trace")
                .definedBy("..pathway.trace..")
                .layer("statistics")
                .definedBy("..pathway.statistics..")
                .layer("measure")
                .definedBy("..pathway.measure..")
                .layer("use")
                .definedBy(
                        "..pathway.flow..",
                        "..pathway.whatif..",
                        "..pathway.prognosis..",
                        "..pathway.open..",
                        "..pathway.change..",
                        "..pathway.registration..")
                .whereLayer("use")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("measure")
                .mayOnlyBeAccessedByLayers("use")
                .whereLayer("statistics")
                .mayOnlyBeAccessedByLayers("measure", "use")
                .whereLayer("statistics")
                .mayNotAccessAnyLayer()
                .whereLayer("trace")
                .mayOnlyBeAccessedByLayers("measure", "use")
                .whereLayer("event")
                .mayOnlyBeAccessedByLayers("trace", "measure", "use")
                .check(PRODUCTION);
        slices().matching("se.varjedag.pathway.(*)..").should().beFreeOfCycles().check(PRODUCTION);
    }

    @Test
    void no_test_is_skipped() {
        noClasses()
                .should()
                .beAnnotatedWith(Disabled.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Assumptions.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.assertj.core.api.Assumptions")
                .because("what is not run is not known")
                .check(TESTS.that(describe("not this one", type -> !type.isEquivalentTo(ArchitectureTest.class))));
        noMethods().should().beAnnotatedWith(Disabled.class).check(TESTS);
    }

    @Test
    void names_come_from_the_ward() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|DTO|Dto|Entity)")
                .because("a name says what the thing is")
                .check(PRODUCTION);
        classes()
                .that()
                .areTopLevelClasses()
                .should()
                .resideInAPackage("se.varjedag.pathway..")
                .check(PRODUCTION);
    }
}
