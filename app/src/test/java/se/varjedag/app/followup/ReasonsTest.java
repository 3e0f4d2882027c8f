package se.varjedag.app.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.Role;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.timeline.PersonPseudonyms;
import se.varjedag.app.web.figure.SmallGroups;

/// Why limits were passed, as coordinators have said, in following up.
class ReasonsTest {
    private static final String PASSWORD = "tolv tecken minst";
    private static final String PERIOD = "?from=2023-01&to=2023-12";
    private static Installation installation;

    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        Accounts.write(home, new Account("petra", "Petra", new Assignment(Role.PROCESS_LEADER, "05")), PASSWORD);
        installation = Installation.serving(home);
        var rows = new ArrayList<String>(List.of("person,code,time,region,source,id"));
        for (int number = 0; number < 24; number++) {
            var region = number < 12 ? "05" : number < 22 ? "14" : "01";
            rows.add("late%d,VG910,2023-01-10,%s,s,a%d".formatted(number, region, number));
            rows.add("late%d,VG950,2023-06-10,%s,s,b%d".formatted(number, region, number));
        }
        rows.add("soon,VG910,2023-01-10,05,s,c");
        rows.add("soon,VG950,2023-01-20,05,s,d");
        installation.read("a.csv", rows.toArray(String[]::new));
        installation.timeline().refresh();
        for (int number = 0; number < 8; number++) {
            because(number, number < 6 ? "capacity" : "patient", number < 6 ? "pathology-reported" : "");
        }
        because(12, "medical", "");
        because(13, "medical", "");
    }

    private static void because(int number, String why, String step) {
        installation
                .database()
                .sql("""
                        insert into coordination_reason (person, definition, start, reason, step, words, unit, at, by_whom,
                            by_name) values (?, 'brostcancer', ?, ?, ?, '', 'A1', now(), 'x', 'X')""")
                .params(
                        installation.bean(PersonPseudonyms.class).of("late" + number),
                        LocalDate.of(2023, 1, 10),
                        why,
                        step)
                .update();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void those_over_the_limit_are_counted_with_why_and_with_how_many_nobody_has_answered_for() throws Exception {
        try (var petra = new Visit(installation, "petra", PASSWORD)) {
            var page = petra.page("/folj-upp/orsaker" + PERIOD, "sv").body();
            assertThat(page).contains("24 patienter började behandling efter gränsen. För 10 av dem har vården svarat");
            var csv = petra.page("/folj-upp/orsaker/vardforlopp.csv" + PERIOD, "sv")
                    .body();
            assertThat(csv.lines().skip(1).findFirst().orElseThrow().replaceFirst("^\uFEFF", ""))
                    .contains(",24,0.5833333333333333")
                    .contains(",0.2,0.2,0.6,0,patologisvar");
        }
    }

    @Test
    void what_would_reveal_a_small_number_is_hidden_with_it_and_what_is_said_later_is_there_at_once() throws Exception {
        try (var petra = new Visit(installation, "petra", PASSWORD)) {
            var page = petra.page("/folj-upp/orsaker" + PERIOD, "sv").body();
            assertThat(page).contains("färre än fem");
            var csv = petra.page("/folj-upp/orsaker/region.csv" + PERIOD, "sv").body();
            assertThat(csv).doesNotContain("0.75");
        }
    }

    @Test
    void the_rule_hides_at_least_two_groups_with_ten_between_them_and_none_that_is_empty() {
        assertThat(SmallGroups.shown(Map.of("a", 8, "b", 2))).isEmpty();
        assertThat(SmallGroups.shown(Map.of("a", 8, "b", 0))).containsExactly("a");
        assertThat(SmallGroups.shown(Map.of("a", 30, "b", 8, "c", 2))).containsExactly("a");
        assertThat(SmallGroups.shown(Map.of("a", 5, "b", 6))).containsExactlyInAnyOrder("a", "b");
    }
}
