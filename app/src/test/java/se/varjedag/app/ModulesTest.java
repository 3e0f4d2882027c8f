package se.varjedag.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;
import se.varjedag.app.timeline.PersonEvents;
import se.varjedag.app.timeline.PersonValues;

class ModulesTest {
    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("se.varjedag.app");

    @Test
    void no_module_reaches_inside_another_and_none_form_a_circle() {
        ApplicationModules.of(VarjeDagApplication.class).verify();
    }

    @Test
    void the_web_frame_knows_nobody() {
        noClasses()
                .that()
                .resideInAPackage("se.varjedag.app.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "se.varjedag.app.access..",
                        "se.varjedag.app.intake..",
                        "se.varjedag.app.followup..",
                        "se.varjedag.app.timeline..")
                .because("every page uses the frame, so the frame may use none of them")
                .check(PRODUCTION);
    }

    /// The build check of the Patient Data Act: what is known of one person is asked for in one place, which asks the
    /// law first.
    @Test
    void nobody_asks_for_one_persons_events_but_the_module_that_asks_the_law() {
        noClasses()
                .that()
                .resideOutsideOfPackages("se.varjedag.app.patients", "se.varjedag.app.timeline..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(PersonEvents.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(PersonValues.class)
                .because("data are fetched from the reader's own unit outward")
                .check(PRODUCTION);
    }

    /// HAPI's model of FHIR takes seconds and megabytes to load: nothing that Spring makes or looks into at the start
    /// may name it.
    @Test
    void nothing_that_is_made_at_the_start_knows_the_library_of_fhir() {
        noClasses()
                .that()
                .areMetaAnnotatedWith(Component.class)
                .or()
                .resideOutsideOfPackage("se.varjedag.app.fhir")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ca.uhn.fhir..", "org.hl7.fhir..")
                .because("it is loaded with the first question to /fhir and not before")
                .check(PRODUCTION);
    }

    @Test
    void nobody_reads_the_log_of_events_past_the_timeline() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/se/varjedag/app"))) {
            var others = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/timeline/")
                            && !file.toString().contains("/database/"))
                    .filter(ModulesTest::namesTheLog)
                    .toList();
            assertThat(others).isEmpty();
        }
    }

    private static boolean namesTheLog(Path file) {
        try {
            return Files.readString(file).contains("care_event");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothing_is_printed_past_the_terminal() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("a server logs, and a command speaks through Terminal")
                .check(PRODUCTION);
    }

    @Test
    void today_is_asked_of_a_clock_in_a_named_place() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .because("the machine's time zone is not the patient's")
                .check(PRODUCTION);
    }
}
