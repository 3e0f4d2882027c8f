package se.varjedag.app.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.Role;
import se.varjedag.app.coordination.Today;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.forms.Asking;
import se.varjedag.app.forms.Occasion;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.Units;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.timeline.ClinicalValue.Origin;
import se.varjedag.app.timeline.ClinicalValue.Told;
import se.varjedag.app.timeline.ClinicalValues;
import se.varjedag.app.timeline.PersonPseudonyms;

/// Until she has been told, a patient's pages are the same to the last byte whatever was found.
class NothingBeforeSheIsToldTest {
    private static final String PASSWORD = "tolv tecken minst";
    private static final int COURSES = 12;

    /// What may have been found and done, in days after the answers came; none of it has she been told.
    private static final Map<String, List<String>> FOUND = found();

    private static Installation installation;
    private static LocalDate today = LocalDate.EPOCH;

    private static Map<String, List<String>> found() {
        var all = new LinkedHashMap<String, List<String>>();
        all.put("nothing-yet", List.of());
        all.put("cancer", List.of("VC035 1", "VC044 2", "VC050 3"));
        all.put("decided", List.of("VC035 1", "VC044 2", "VC052 -9"));
        all.put("dismissed", List.of("VC078 2"));
        all.put("another", List.of("VC072 1", "VG910 1", "VG925 2"));
        all.put("referred", List.of("imaging-referral 1", "VC035 -4", "LOCAL 2"));
        return all;
    }

    /// The days of one course up to the answers, before today.
    private static List<String> course(int number) {
        var random = new Random(number);
        var all = new ArrayList<String>();
        int ago = 30 + random.nextInt(20);
        all.add("VC010 " + ago);
        for (var code : List.of(
                "referral-received",
                "VC025",
                "imaging-performed",
                "imaging-reported",
                "specimen-taken",
                "specimen-received",
                "pathology-reported")) {
            ago = Math.max(5, ago - random.nextInt(5));
            if (random.nextInt(6) > 0) {
                all.add(code + " " + ago);
            }
        }
        if (random.nextBoolean()) {
            all.add("VC040 -3");
        }
        return all;
    }

    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        installation = Installation.serving(home);
        installation.bean(Units.class).add(List.of(new Unit("A1", "Lung A", "Mottagning", "A", "05")));
        today = installation.bean(Today.class).day();
        var rows = new ArrayList<String>(List.of("person,code,time,region,unit,pathway,source,id,status"));
        for (int number = 0; number < COURSES; number++) {
            for (var found : FOUND.entrySet()) {
                var name = found.getKey() + number;
                course(number).forEach(event -> rows.add(row(name, event, 0, rows.size())));
                found.getValue().forEach(event -> rows.add(row(name, event, 4, rows.size())));
            }
        }
        for (var told : FOUND.entrySet()) {
            var name = "told-" + told.getKey();
            course(1).forEach(event -> rows.add(row(name, event, 0, rows.size())));
            told.getValue().forEach(event -> rows.add(row(name, event, 4, rows.size())));
            rows.add(row(name, "VC040 1", 0, rows.size()));
        }
        rows.add(row("today", "VC010 20", 0, rows.size()));
        rows.add(row("today", "VC040 0", 0, rows.size()));
        rows.add(row("today", "VC044 0", 0, rows.size()));
        installation.read("a.csv", rows.toArray(String[]::new));
        installation.timeline().refresh();
        values();
        var pseudonyms = installation.bean(PersonPseudonyms.class);
        rows.stream()
                .skip(1)
                .map(row -> row.substring(0, row.indexOf(',')))
                .distinct()
                .forEach(name -> {
                    var place = pseudonyms.of(name).toString();
                    Accounts.write(
                            home, new Account(name, "Pat Patient", new Assignment(Role.PATIENT, place)), PASSWORD);
                });
    }

    /// Clinical values that follow from what was found.
    private static void values() {
        var told = new ArrayList<Told>();
        var pseudonyms = installation.bean(PersonPseudonyms.class);
        for (var found : FOUND.keySet()) {
            for (int number = 0; number < COURSES; number++) {
                told.addAll(values(pseudonyms.of(found + number), found));
            }
            told.addAll(values(pseudonyms.of("told-" + found), found));
        }
        installation.bean(ClinicalValues.class).add(told);
    }

    private static List<Told> values(UUID person, String found) {
        return List.of(
                told(
                        person,
                        Fact.of(Kind.PATHOLOGY, "histology", today.minusDays(3)).said(found)),
                told(
                        person,
                        Fact.of(Kind.LABORATORY, "psa", today.minusDays(60)).number(found.length(), "µg/l")),
                told(person, Fact.of(Kind.TREATMENT, found, today.minusDays(1)).said("drug of " + found)));
    }

    private static Told told(UUID person, Fact fact) {
        return new Told(person, "A1", Origin.FEED, "lab", person + fact.item(), fact, null);
    }

    /// @param event a code, and how many days ago, or ahead where it is below zero: then it is booked
    /// @param later where it is not 0, how many days ago the days of the event are counted from
    private static String row(String person, String event, int later, int id) {
        var parts = event.split(" ");
        int ago = Integer.parseInt(parts[1]);
        var code = parts[0];
        var day = today.minusDays(ago < 0 || later == 0 ? ago : later - ago);
        var pathway = code.startsWith("V") ? "" : "VC0";
        return "%s,%s,%s,05,A1,%s,s,%d,%s".formatted(person, code, day, pathway, id, ago < 0 ? "planned" : "");
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    /// What a patient reads, but for the proof that a form is hers.
    private static String read(String name, String path, String language) throws Exception {
        try (var visit = new Visit(installation, name, PASSWORD)) {
            var answer = visit.page(path, language);
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body().replaceAll("value=\"[\\w-]{60,}\"", "");
        }
    }

    @Test
    void whatever_was_found_her_pages_are_the_same_to_the_last_byte_until_she_is_told() throws Exception {
        for (int number = 0; number < COURSES; number++) {
            for (var path : List.of("/min-vardplan", "/mina-uppgifter", "/mina-uppgifter/utdrag.csv")) {
                var nothing = read("nothing-yet" + number, path, "sv");
                for (var found : FOUND.keySet()) {
                    assertThat(read(found + number, path, "sv"))
                            .as("%s %s %d", path, found, number)
                            .isEqualTo(nothing);
                }
            }
        }
    }

    @Test
    void that_she_is_asked_how_it_was_does_not_tell_that_it_is_over() throws Exception {
        var assignment = new Assignment(Role.CONTACT_NURSE, "A1");
        var nurse = new Acting(new Account("nurse", "Kim Kontakt", assignment), assignment);
        for (var name : List.of("dismissed0", "told-dismissed")) {
            var person = installation.bean(PersonPseudonyms.class).of(name);
            installation
                    .bean(Asking.class)
                    .ask(nurse, person, "prem", Occasion.PREM, today.minusDays(2), Asking.Follows.NONE);
        }
        for (var path : List.of("/min-vardplan", "/formular")) {
            assertThat(read("dismissed0", path, "sv")).as(path).isEqualTo(read("nothing-yet0", path, "sv"));
        }
        assertThat(read("told-dismissed", "/formular", "sv")).isNotEqualTo(read("nothing-yet0", "/formular", "sv"));
    }

    @Test
    void her_page_differs_by_what_was_found_from_the_day_after_she_was_told() throws Exception {
        assertThat(read("told-cancer", "/min-vardplan", "sv")).contains("Din vård började");
        assertThat(read("told-dismissed", "/min-vardplan", "sv"))
                .contains("Du är färdig hos oss", "Det här har vi gjort", "Om något blir nytt")
                .doesNotContain("Din vård börja");
        assertThat(read("told-nothing-yet", "/min-vardplan", "sv"))
                .as("nothing is said of treatment until one is decided")
                .contains("Vi planerar det som ska ske sedan")
                .doesNotContain("Din vård börja", "färdig");
        assertThat(read("told-cancer", "/mina-uppgifter/utdrag.csv", "sv")).contains("VC050");
        assertThat(read("told-cancer", "/mina-uppgifter", "sv")).contains("drug of cancer", "från ett system i vården");
        assertThat(read("told-cancer", "/mina-uppgifter/utdrag.csv", "en"))
                .contains("drug of cancer", "A system in care: lab", "6 µg/l");
    }

    @Test
    void the_day_itself_she_has_not_been_told_yet() throws Exception {
        assertThat(read("today", "/mina-uppgifter/utdrag.csv", "sv"))
                .contains("VC010")
                .doesNotContain("VC040", "VC044");
        assertThat(read("today", "/min-vardplan", "sv")).contains("Svar får du när du träffar din läkare");
    }

    @Test
    void a_booked_talk_about_the_result_asks_to_bring_somebody() throws Exception {
        int booked = 0;
        for (int number = 0; number < COURSES; number++) {
            if (course(number).contains("VC040 -3")) {
                booked++;
                assertThat(read("cancer" + number, "/min-vardplan", "sv")).contains("Ta gärna med någon");
                assertThat(read("cancer" + number, "/min-vardplan", "en")).contains("Bring somebody");
            }
        }
        assertThat(booked).isPositive();
    }
}
