package se.varjedag.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Role;
import se.varjedag.app.database.TestPostgres;

/// What goes wrong is told in words, and nothing of the inside: no patient, no place in the code, no file.
@ExtendWith(OutputCaptureExtension.class)
class ErrorPagesTest {
    private static final String PASSWORD = "tolv tecken minst";

    /// What a fault could carry with it: the tax agency's test number, a file, a table.
    private static final String INSIDE = "19121212-1212 in /var/lib/varjedag/accounts.properties, table event_version";

    private static final List<String> NEVER_TOLD = List.of(
            "1212-1212",
            "/var/lib",
            "event_version",
            "Exception",
            "se.varjedag",
            "org.springframework",
            "\tat ",
            ".java");

    private static Installation installation;
    private static Visit anna;

    @BeforeAll
    static void a_page_breaks() throws Exception {
        var home = TestPostgres.newHome();
        Accounts.write(home, new Account("anna", "Anna Andersson", Role.PROCESS_LEADER), PASSWORD);
        installation = Installation.servingWith(home, ErrorPagesTest::breaking);
        anna = new Visit(installation, "anna", PASSWORD);
    }

    @AfterAll
    static void stop() {
        anna.close();
        installation.close();
    }

    private static void breaking(ConfigurableApplicationContext context) {
        if (context instanceof GenericApplicationContext registry) {
            registry.registerBean(
                    "breaking",
                    RouterFunction.class,
                    () -> RouterFunctions.route()
                            .GET("/brister", _ -> {
                                throw new IllegalStateException(INSIDE, new IllegalArgumentException(INSIDE));
                            })
                            .GET("/inte-an", _ -> {
                                throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, INSIDE);
                            })
                            .GET("/oklart", _ -> {
                                throw new ResponseStatusException(HttpStatus.BAD_REQUEST, INSIDE);
                            })
                            .GET("/hel", _ -> ServerResponse.ok().build())
                            .build());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/brister, 500, Något gick fel hos oss, Something went wrong on our side",
        "/inte-an, 503, Siffrorna räknas fortfarande, The figures are still being counted",
        "/oklart, 400, Det gick inte att förstå frågan, The question could not be understood",
        "/folj-upp/finns-inte, 404, Sidan finns inte, There is no such page",
        "/error, 404, Sidan finns inte, There is no such page",
        "/folj-upp/flaskhalsar/patienter, 403, Du har inte tillgång till sidan, You have no access to this page"
    })
    void a_fault_is_told_in_the_readers_words_and_with_nothing_of_the_inside(
            String path, int status, String swedish, String english) throws Exception {
        for (var language : List.of("sv", "en")) {
            var answer = anna.page(path, language);

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body())
                    .contains("<h1>" + (language.equals("sv") ? swedish : english) + "</h1>")
                    .contains(String.valueOf(status))
                    .doesNotContain(" style=");
            assertThat(NEVER_TOLD).noneMatch(answer.body()::contains);
        }
        var toPrograms = anna.get(path, "application/json");
        assertThat(toPrograms.statusCode()).isEqualTo(status);
        assertThat(NEVER_TOLD).noneMatch(toPrograms.body()::contains);
    }

    @Test
    void who_sends_from_a_page_of_a_session_that_is_over_is_told_that_nothing_was_saved_and_what_to_do()
            throws Exception {
        var answer = anna.outdated("/logout");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).containsAnyOf("Sidan var för gammal", "The page was too old");
    }

    @Test
    void a_program_is_not_told_the_address_again_which_may_name_a_patient() throws Exception {
        assertThat(anna.get("/patient/3915b414-ecb4-eb00-7116-0d5cea3dc225", "application/json")
                        .body())
                .doesNotContain("3915b414");
    }

    @Test
    void what_broke_is_logged_by_kind_and_place_and_not_by_its_words(CapturedOutput output) throws Exception {
        anna.page("/brister", "sv");

        assertThat(output.getOut())
                .contains("A request failed", "IllegalStateException <- java.lang.IllegalArgumentException at ")
                .contains("ErrorPagesTest")
                .doesNotContain("1212-1212", "event_version");
    }

    @Test
    void a_page_beside_the_broken_one_still_works() throws Exception {
        assertThat(anna.page("/hel", "sv").statusCode()).isEqualTo(200);
    }
}
