package se.varjedag.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

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
