package se.varjedag.app.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Role;
import se.varjedag.app.database.TestPostgres;

class OpenAnswersTest {
    private static final String PASSWORD = "tolv tecken minst";

    @Test
    void open_figures_hide_the_few_and_take_no_question_that_could_uncover_them() throws Exception {
        var home = TestPostgres.newHome();
        Accounts.write(home, new Account("anna", "Anna Analytiker", Role.ANALYST), PASSWORD);
        try (var installation = Installation.serving(home)) {
            installation.read("a.csv", events().toArray(String[]::new));
            installation.timeline().refresh();
            try (var anna = new Visit(installation, "anna", PASSWORD)) {
                var year = "/api/v1/answers?open=true&from=2023-01-01&to=2023-12-31";

                assertThat(anna.get(year + "&by=region").body())
                        .contains("{\"region\": \"12\", \"n\": null, ")
                        .contains("\"hidden\": [\"n\", \"with_limit\"");
                assertThat(anna.get(year + "&by=").body()).contains("{\"n\": 23, ");
                assertThat(anna.get(year + "&by=").headers().firstValue("Varjedag-Known-At"))
                        .isPresent();
                assertThat(anna.get(year + "&by=sex").body()).contains("not by sex");
                assertThat(anna.get(year + "&limit=21").statusCode()).isEqualTo(400);
                assertThat(anna.get(year + "&asOf=2023-12-31").body()).contains("two days apart");
                assertThat(anna.get("/api/v1/answers?open=perhaps").body()).contains("'true' or 'false'");
            }
        }
    }

    /// Three treated in one region and twenty in another, and one patient of the next year, so that 2023 has passed.
    private static List<String> events() {
        var lines = new ArrayList<>(List.of("person,code,time,region"));
        var start = LocalDate.of(2023, 3, 1);
        for (int i = 0; i < 23; i++) {
            var region = i < 3 ? "12" : "01";
            lines.add("p%d,VC010,%s,%s".formatted(i, start, region));
            lines.add("p%d,VC050,%s,%s".formatted(i, start.plusDays(20), region));
        }
        lines.add("q,VC010,2024-01-05,01");
        return lines;
    }
}
