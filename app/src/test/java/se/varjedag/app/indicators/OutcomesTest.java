package se.varjedag.app.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.Ward;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.Role;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.followup.FollowUp;
import se.varjedag.app.indicators.Indicator.Place;
import se.varjedag.app.web.figure.Span;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.statistics.Share;

/// How indicators come out, and the pages that show them.
class OutcomesTest {
    private static final Span YEAR = new Span(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31));
    private static final String PASSWORD = "correct horse battery";
    private static Installation installation;

    /// Ten treated at A1 who live in region 06: six within 20 days, four after 60; seven with a conference, one of
    /// those
    /// after treatment began. One was treated the year before, one never.
    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        Accounts.write(home, new Account("analyst", "Anna Analys", new Assignment(Role.ANALYST, "05")), PASSWORD);
        Accounts.write(home, new Account("leader", "Pia Process", new Assignment(Role.PROCESS_LEADER, "05")), PASSWORD);
        installation = Installation.serving(home);
        Ward.units(installation);
        var lines = new ArrayList<String>();
        lines.add("person,code,time,region,home_region,unit,source,id");
        for (int person = 0; person < 10; person++) {
            var end = LocalDate.of(2024, 3, 1).plusDays(person < 6 ? 20 : 60);
            lines.add("p%d,VB210,2024-03-01,05,06,A1,s,%da".formatted(person, person));
            if (person < 7) {
                lines.add("p%d,VB235,%s,05,06,A1,s,%db".formatted(person, end.plusDays(person == 0 ? 1 : -1), person));
            }
            lines.add("p%d,VB250,%s,05,06,A1,s,%dc".formatted(person, end, person));
        }
        lines.add("before,VB210,2023-03-01,05,06,A1,s,20");
        lines.add("before,VB250,2023-03-20,05,06,A1,s,21");
        lines.add("never,VB210,2024-03-01,05,06,A1,s,22");
        lines.add("never,VB278,2024-03-20,05,06,A1,s,23");
        installation.read("a.csv", lines.toArray(String[]::new));
        installation.timeline().refresh();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static Catalogue catalogue() {
        return installation.bean(Catalogue.class);
    }

    private static List<Counted> of(String id, Place place) {
        var indicator = catalogue().byId(id).orElseThrow();
        return installation
                .bean(Outcomes.class)
                .of(List.of(indicator), place, YEAR)
                .getOrDefault(id, List.of())
                .stream()
                .sorted(Comparator.comparing(Counted::place))
                .toList();
    }

    @Test
    void lead_times_are_the_answer_of_follow_up() {
        var followUp = installation.bean(FollowUp.class);
        var answer = followUp.answer(
                followUp.current(),
                Question.leadTime().period(YEAR.from(), YEAR.to()).build(),
                java.util.Optional.empty(),
                java.util.Optional.empty());
        var whole = answer.total().orElseThrow();

        assertThat(of("treatment-within-limit", Place.REGION))
                .containsExactly(
                        new Counted("05", new Share(whole.within(), whole.withLimit()), whole.n() - whole.withLimit()));
        assertThat(of("treatment-within-four-weeks", Place.RESIDENCE))
                .containsExactly(new Counted("06", new Share(6, 10), 0));
    }

    @Test
    void a_conference_counts_up_to_the_day_treatment_began() {
        assertThat(of("conference", Place.UNIT)).containsExactly(new Counted("A1", new Share(6, 10), 0));
        assertThat(of("conference", Place.RESIDENCE)).containsExactly(new Counted("06", new Share(6, 10), 0));
    }

    @Test
    void a_unit_that_never_names_anybody_here_is_unknown_and_what_nobody_answered_is_nobody() {
        assertThat(of("contact-nurse", Place.REGION)).containsExactly(new Counted("05", new Share(0, 0), 10));
        assertThat(of("care-plan", Place.REGION)).containsExactly(new Counted("05", new Share(0, 0), 10));
        assertThat(of("experience-whole", Place.REGION)).isEmpty();
    }

    @Test
    void what_units_count_is_put_together_by_region() {
        assertThat(of("rehabilitation-assessed", Place.REGION)).containsExactly(new Counted("05", new Share(0, 10), 0));
    }

    @Test
    void every_measure_of_the_catalogue_is_counted_by_every_place_it_is_told_by() {
        for (var one : catalogue().all()) {
            for (var place : one.places()) {
                var counted = installation.bean(Outcomes.class).of(List.of(one), place, YEAR);
                assertThat(counted.containsKey(one.id()))
                        .as(one.id() + " by " + place)
                        .isEqualTo(one.measure().isPresent()
                                || one.id().equals("testing-prostate") && counted.containsKey(one.id()));
            }
        }
    }

    @Test
    void what_was_brought_stands_for_what_has_no_source_the_latest_and_of_overlapping_periods_the_longest()
            throws Exception {
        var heading = "indicator,place,code,from,to,numerator,denominator\n";
        bring(
                "a.csv",
                heading + "testing-prostate,residence,05,2024-01-01,2024-12-31,5,10\n"
                        + "testing-prostate,residence,05,2024-02-01,2024-02-29,1,9\n"
                        + "testing-prostate,residence,06,2024-02-01,2024-02-29,2,9\n"
                        + "testing-prostate,residence,06,2024-03-01,2024-03-31,3,9\n"
                        + "testing-prostate,residence,06,2023-12-31,2024-03-31,9,9\n"
                        + "testing-prostate,residence,77,2024-03-01,2024-03-31,3,9\n");
        bring("b.csv", heading + "testing-prostate,residence,05,2024-01-01,2024-12-31,7,10\n");

        assertThat(of("testing-prostate", Place.RESIDENCE))
                .containsExactly(new Counted("05", new Share(7, 10), 0), new Counted("06", new Share(5, 18), 0));
        try (var visit = new Visit(installation, "analyst", PASSWORD);
                var leader = new Visit(installation, "leader", PASSWORD)) {
            assertThat(visit.page("/folj-upp/indikatorer/egna-siffror", "sv").body())
                    .contains(
                            "a.csv", "5 rader används, 1 gick inte att använda", "Rad 7", "ingen region har den koden");
            assertThat(visit.page("/folj-upp/indikatorer?ar=2024&region=05", "sv")
                            .body())
                    .contains("70\u00a0%", "7 av 10");
            assertThat(leader.page("/folj-upp/indikatorer/egna-siffror", "sv").statusCode())
                    .isEqualTo(403);
        }
    }

    private static void bring(String name, String file) {
        var assignment = new Assignment(Role.ANALYST, "05");
        var acting = new Acting(new Account("analyst", "Anna Analys", assignment), assignment);
        installation.bean(Brought.class).bring(acting, name, file);
    }

    @Test
    void the_page_tells_shares_goals_what_has_no_source_and_which_promise_is_an_open_debt() throws Exception {
        try (var visit = new Visit(installation, "leader", PASSWORD)) {
            var all = visit.page("/folj-upp/indikatorer?ar=2024", "sv").body();
            assertThat(all)
                    .contains("Hålls löftena?", "60\u00a0%", "6 av 10", "källa saknas", "öppen skuld", "under målet")
                    .doesNotContain("indicator.");
            var english =
                    visit.page("/folj-upp/indikatorer/conference?ar=2024", "en").body();
            assertThat(english)
                    .contains("Discussed at a multidisciplinary conference", "60%", "Numerator", "no goal known");
            var none = visit.page("/folj-upp/indikatorer/patients-in-studies", "sv")
                    .body();
            assertThat(none).contains("Systemet får inte de uppgifter som måttet räknas på");
            assertThat(visit.page("/folj-upp/indikatorer/nothing", "sv").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void nothing_is_told_of_fewer_than_five() throws Exception {
        try (var visit = new Visit(installation, "leader", PASSWORD)) {
            var page = visit.page("/folj-upp/indikatorer?ar=2023&region=alla", "sv")
                    .body();
            assertThat(page).contains("visas inte").doesNotContain("av 4<", "av 4,");
        }
    }
}
