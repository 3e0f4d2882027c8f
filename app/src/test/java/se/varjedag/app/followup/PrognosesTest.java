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

class PrognosesTest {
    private static final String PASSWORD = "tolv tecken minst";
    private static final String PAGE = "/metod/prognos";
    private static final int PATIENCE = 100;

    @Test
    void the_prognosis_is_worked_out_behind_the_page_and_judged_on_months_held_back() throws Exception {
        var home = TestPostgres.newHome();
        Accounts.write(home, new Account("anna", "Anna Analytiker", Role.ANALYST), PASSWORD);
        try (var installation = Installation.serving(home);
                var anna = new Visit(installation, "anna", PASSWORD)) {
            assertThat(anna.get(PAGE).body()).contains("Inga händelser är inlästa ännu");

            installation.read("a.csv", events().toArray(String[]::new));
            installation.timeline().refresh();
            assertThat(anna.get(PAGE).body()).contains("räknas fram i bakgrunden");
            var page = anna.get(PAGE).body();
            for (int turn = 0; turn < PATIENCE && page.contains("räknas fram i bakgrunden"); turn++) {
                Thread.onSpinWait();
                installation.timeline().refresh();
                page = anna.get(PAGE).body();
            }

            assertThat(page)
                    .contains("Höll chanserna vad de sa?")
                    .contains("avgör inget om vården av en enskild patient");
            assertThat(page).doesNotContain(" style=");
            assertThat(anna.get(PAGE + "/kalibrering.csv").body()).contains("Chans som gavs");
            assertThat(anna.get(PAGE + "/vardforlopp.csv").body())
                    .contains("Bröstcancer")
                    .contains("Alla");
            assertThat(anna.get(PAGE + "/regioner.csv").body()).contains("Skåne");
            assertThat(anna.get(PAGE + "/annat.csv").statusCode()).isEqualTo(404);
        }
    }

    /// Every day for two years somebody is suspected; every other starts in time, the others late.
    private static List<String> events() {
        var lines = new ArrayList<>(List.of("person,code,time,region"));
        var last = LocalDate.of(2023, 12, 31);
        for (var day = LocalDate.of(2022, 1, 1); !day.isAfter(last); day = day.plusDays(1)) {
            var person = "p" + day.toEpochDay();
            var end = day.plusDays(day.toEpochDay() % 2 == 0 ? 35 : 50);
            lines.add("%s,VG910,%s,12".formatted(person, day));
            if (!end.isAfter(last)) {
                lines.add("%s,VG950,%s,12".formatted(person, end));
            }
        }
        return lines;
    }
}
