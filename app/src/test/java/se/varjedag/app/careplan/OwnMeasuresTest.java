package se.varjedag.app.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.Ward;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.Role;
import se.varjedag.app.coordination.Today;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.Language;

/// What patients measure at home: hers to write, to correct and to take back; her unit's to read.
class OwnMeasuresTest {
    private static final String PATH = "/min-vardplan/matt";
    private static Installation installation;
    private static UUID first = new UUID(0, 0);
    private static String today = "";

    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        Ward.staff(home);
        for (var unit : List.of("A1", "B1")) {
            var nurse = new Account("of" + unit, "Kim Kontakt", new Assignment(Role.CONTACT_NURSE, unit));
            Accounts.write(home, nurse, Ward.PASSWORD);
        }
        installation = Installation.serving(home);
        Ward.units(installation);
        var day = installation.bean(Today.class).day();
        today = day.toString();
        installation.read(
                "a.csv",
                "person,code,time,region,unit,source,id",
                "p1,VC010," + day.minusDays(6) + ",05,A1,s,1",
                "p2,VC010," + day.minusDays(6) + ",06,B1,s,2");
        installation.timeline().refresh();
        first = Ward.person(installation, "p1");
        for (var name : List.of("p1", "p2", "p3")) {
            var place = Ward.person(installation, name).toString();
            Accounts.write(home, new Account(name, "Pat Patient", new Assignment(Role.PATIENT, place)), Ward.PASSWORD);
        }
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @BeforeEach
    void fresh() {
        var measured = measured();
        measured.of(first).stream()
                .map(Measured.Entry::now)
                .filter(one -> !one.gone())
                .forEach(one -> measured.takeBack(first, one.entry(), measure(one.measure())));
    }

    private static Measured measured() {
        return installation.bean(Measured.class);
    }

    private static HomeMeasure measure(String code) {
        return installation.bean(HomeMeasures.class).of(code).orElseThrow();
    }

    private static List<Measured.Version> standing() {
        return measured().of(first).stream()
                .map(Measured.Entry::now)
                .filter(one -> !one.gone())
                .toList();
    }

    private static String form(String measure, String numbers, String note) {
        return "matt=" + measure + "&dag=" + today + "&" + numbers + "&text="
                + URLEncoder.encode(note, StandardCharsets.UTF_8);
    }

    @Test
    void what_she_measures_is_drawn_read_by_her_unit_and_a_value_of_hers() throws Exception {
        try (var pat = new Visit(installation, "p1", Ward.PASSWORD);
                var nurse = new Visit(installation, "ofA1", Ward.PASSWORD);
                var anna = new Visit(installation, "anna", Ward.PASSWORD);
                var stranger = new Visit(installation, "ofB1", Ward.PASSWORD);
                var other = new Visit(installation, "p2", Ward.PASSWORD)) {
            assertThat(pat.page(PATH, "sv").body()).contains("Du har inte skrivit något än", "112", "1177");

            assertThat(pat.post(PATH, Ward.FORM, form("weight", "tal=72,5", "Före <b>frukost</b>"))
                            .statusCode())
                    .isEqualTo(302);
            pat.post(PATH, Ward.FORM, form("weight", "tal=72.1", ""));

            assertThat(pat.page(PATH + "?matt=weight", "sv").body())
                    .contains("72,5\u00a0kg", "72,1\u00a0kg", "Före &lt;b&gt;frukost", "<polyline");
            assertThat(pat.page(PATH + "?matt=weight", "en").body()).contains("72.5\u00a0kg");
            assertThat(nurse.page("/patient/" + first + "/matt", "sv").body())
                    .contains("72,5\u00a0kg", "Före &lt;b&gt;frukost", "<polyline");
            assertThat(anna.page("/patient/" + first + "/oversikt", "sv").body())
                    .contains("Vikt, mätt hemma");
            assertThat(anna.page("/patient/" + first + "/formular", "sv").body())
                    .as("no score of an instrument")
                    .doesNotContain("mätt hemma");
            assertThat(pat.page("/mina-uppgifter", "sv").body()).contains("Vikt, mätt hemma", "72,5 kg");
            assertThat(pat.page("/mina-uppgifter/utdrag.csv", "sv").body())
                    .contains("Vikt, mätt hemma", "Före <b>frukost</b>");
            assertThat(stranger.page("/patient/" + first + "/matt", "sv").statusCode())
                    .isEqualTo(404);
            assertThat(other.page(PATH, "sv").body()).doesNotContain("72,5");
            assertThat(other.page("/mina-uppgifter/utdrag.csv", "sv").body()).doesNotContain("frukost");
        }
        assertThat(installation.count("select count(*) from access_log where why = 'measure' and action = 'change'"))
                .isPositive();
        assertThat(installation.count("""
                        select count(*) from clinical_value where source = 'varjedag-home' and origin = 'patient'
                            and kind = 'patient-reported' and item = 'home-weight' and unit = 'A1'""")).isPositive();
    }

    @Test
    void a_blood_pressure_is_two_numbers() throws Exception {
        try (var pat = new Visit(installation, "p1", Ward.PASSWORD)) {
            assertThat(pat.page(PATH + "?matt=blood-pressure", "sv").body()).contains("Övre (mmHg)", "Undre (mmHg)");
            assertThat(pat.post(PATH, Ward.FORM, form("blood-pressure", "tal=120", ""))
                            .body())
                    .as("one of them is missing")
                    .contains("Skriv ett helt tal");
            pat.post(PATH, Ward.FORM, form("blood-pressure", "tal=120&tal2=80", ""));
            assertThat(pat.page(PATH + "?matt=blood-pressure", "sv").body()).contains("120/80\u00a0mmHg");
        }
        assertThat(standing()).extracting(Measured.Version::numbers).containsExactly(List.of(120.0, 80.0));
    }

    @Test
    void a_correction_and_a_taking_back_keep_what_it_said_and_are_hers_alone() throws Exception {
        try (var pat = new Visit(installation, "p1", Ward.PASSWORD);
                var other = new Visit(installation, "p2", Ward.PASSWORD);
                var nurse = new Visit(installation, "ofA1", Ward.PASSWORD)) {
            pat.post(PATH, Ward.FORM, form("pain", "tal=4", "Kväll"));
            var entry = standing().getFirst().entry();
            assertThat(pat.page(PATH + "?ratta=" + entry, "sv").body())
                    .contains("Rätta: Smärta", "value=\"4\"", "Kväll");
            assertThat(other.page(PATH + "?ratta=" + entry, "sv").body()).doesNotContain("Kväll");
            var change = form("pain", "tal=5", "") + "&version=1&post=" + entry;
            assertThat(other.post(PATH, Ward.FORM, change).statusCode()).isEqualTo(404);
            assertThat(pat.post(PATH, Ward.FORM, form("weight", "tal=72", "") + "&post=" + entry)
                            .statusCode())
                    .as("it is no weight")
                    .isEqualTo(404);

            pat.post(PATH, Ward.FORM, change);

            assertThat(pat.page(PATH + "?matt=pain", "sv").body())
                    .contains("5 av 10", "Förut stod det 4 av 10", "Kväll");
            assertThat(value()).isEqualTo("5.0 done");
            var away = "matt=pain&post=" + entry;
            assertThat(other.post(PATH + "/bort", Ward.FORM, away).statusCode()).isEqualTo(404);
            assertThat(pat.post(PATH + "/bort", Ward.FORM, away).statusCode()).isEqualTo(302);
            assertThat(pat.post(PATH + "/bort", Ward.FORM, away).statusCode())
                    .as("once")
                    .isEqualTo(404);
            assertThat(value()).isEqualTo("5.0 withdrawn");
            var late = pat.post(PATH, Ward.FORM, form("pain", "tal=6", "") + "&version=2&post=" + entry);
            assertThat(late.headers().firstValue("Location").orElseThrow()).endsWith("?matt=pain&sparat=andrad");
            assertThat(pat.page(PATH + "?matt=pain&sparat=andrad", "sv").body())
                    .contains("Du har tagit bort den raden");
            assertThat(value()).as("nothing is kept of what came too late").isEqualTo("5.0 withdrawn");
            assertThat(pat.page(PATH + "?matt=pain", "sv").body()).contains("Det du har tagit bort");
            assertThat(nurse.page("/patient/" + first + "/matt", "sv").body()).contains("Borttaget");
            assertThat(pat.page("/mina-uppgifter", "sv").body()).doesNotContain("Smärta, skattad hemma");
        }
    }

    @Test
    void an_older_window_changes_nothing_without_being_told_and_many_at_once_break_nothing() throws Exception {
        try (var pat = new Visit(installation, "p1", Ward.PASSWORD)) {
            pat.post(PATH, Ward.FORM, form("weight", "tal=70", ""));
            var entry = standing().getFirst().entry();
            var first = form("weight", "tal=71", "") + "&version=1&post=" + entry;
            assertThat(pat.post(PATH, Ward.FORM, first).statusCode()).isEqualTo(302);

            var late = pat.post(PATH, Ward.FORM, form("weight", "tal=80", "Sent") + "&version=1&post=" + entry);

            assertThat(late.statusCode()).isEqualTo(200);
            assertThat(late.body())
                    .contains("i ett annat fönster", "71,0", "value=\"80\"", "name=\"version\" value=\"2\"");
            assertThat(standing()).extracting(Measured.Version::numbers).containsExactly(List.of(71.0));
        }
        var entry = standing().getFirst().entry();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var came = threads.invokeAll(IntStream.range(0, 6)
                    .mapToObj(_ -> (Callable<Measured.Came>) () -> measured()
                            .correct(
                                    first,
                                    entry,
                                    2,
                                    new Measured.Writes(measure("weight"), LocalDate.parse(today), List.of(75.0), "")))
                    .toList());
            assertThat(came)
                    .extracting(Future::get)
                    .containsOnlyOnce(Measured.Came.KEPT)
                    .containsOnly(Measured.Came.KEPT, Measured.Came.OUTDATED);
        }
    }

    private static String value() {
        return installation.database().sql("""
                        select number || ' ' || state from clinical_value where item = 'home-pain'
                        order by version desc limit 1""").query(String.class).single().replaceFirst("^5 ", "5.0 ");
    }

    @Test
    void an_unusual_number_is_asked_about_and_never_judged() throws Exception {
        try (var pat = new Visit(installation, "p1", Ward.PASSWORD)) {
            pat.post(PATH, Ward.FORM, form("weight", "tal=76,3", ""));
            var far = pat.post(PATH, Ward.FORM, form("weight", "tal=37,9", ""));
            assertThat(far.statusCode()).isEqualTo(200);
            assertThat(far.body()).contains("Stämmer det?");
            assertThat(pat.post(PATH, Ward.FORM, form("weight", "tal=37,9", "") + "&stammer=37,9")
                            .statusCode())
                    .isEqualTo(302);
            fresh();
            var slip = form("weight", "tal=290", "Min anteckning");
            var asked = pat.post(PATH, Ward.FORM, slip).body();
            assertThat(asked).contains("Du skrev 290,0", "Stämmer det?", "Min anteckning", "value=\"290\"");
            assertThat(standing()).isEmpty();
            assertThat(pat.post(PATH, Ward.FORM, form("weight", "tal=260", "") + "&stammer=250")
                            .body())
                    .as("another number was asked about")
                    .contains("Stämmer det?");

            pat.post(PATH, Ward.FORM, form("weight", "tal=260", "") + "&stammer=260");

            assertThat(standing()).extracting(Measured.Version::numbers).containsExactly(List.of(260.0));
            assertThat(pat.page(PATH, "sv").body()).doesNotContain("för hög", "för låg", "farlig");
        }
    }

    @Test
    void what_cannot_be_is_said_in_a_sentence_and_nothing_typed_is_lost() throws Exception {
        try (var pat = new Visit(installation, "p1", Ward.PASSWORD)) {
            assertThat(pat.post(PATH, Ward.FORM, form("pain", "tal=11", "Mycket"))
                            .body())
                    .contains("Skriv ett tal från 0 till 10", "value=\"11\"", "Mycket", "aria-invalid=\"true\"");
            assertThat(pat.post(PATH, Ward.FORM, form("weight", "tal=tung", "")).body())
                    .contains("Skriv ett tal, till exempel");
            assertThat(pat.post(PATH, Ward.FORM, form("pain", "tal=2,5", "")).body())
                    .contains("Skriv ett helt tal");
            var tomorrow = installation.bean(Today.class).day().plusDays(1).toString();
            assertThat(pat.post(PATH, Ward.FORM, form("weight", "tal=72", "").replace(today, tomorrow))
                            .body())
                    .contains("Välj en dag");
            assertThat(pat.post(PATH, Ward.FORM, form("nothing", "tal=72", "")).statusCode())
                    .isEqualTo(400);
        }
        assertThat(standing()).isEmpty();
        assertThat(measure("steps").read("12 345")).hasValue(12345);
        assertThat(measure("steps").read("12,345")).as("as English writes").hasValue(12345);
        assertThat(measure("steps").read("12,3")).isEmpty();
        assertThat(measure("weight").read("72,54")).hasValue(72.5);
    }

    @Test
    void her_unit_asks_her_to_follow_a_measure_and_ends_it() throws Exception {
        var page = "/patient/" + first + "/matt";
        try (var pat = new Visit(installation, "p1", Ward.PASSWORD);
                var nurse = new Visit(installation, "ofA1", Ward.PASSWORD);
                var stranger = new Visit(installation, "ofB1", Ward.PASSWORD)) {
            assertThat(nurse.page("/patient/" + first + "/vardplan", "sv").body())
                    .contains(page);
            var ask = "matt=nausea&text=" + URLEncoder.encode("Varje morgon", StandardCharsets.UTF_8);
            assertThat(stranger.post(page, Ward.FORM, ask).statusCode()).isEqualTo(404);
            assertThat(nurse.post(page, Ward.FORM, "matt=nothing").statusCode()).isEqualTo(404);

            nurse.post(page, Ward.FORM, ask);

            assertThat(pat.page(PATH, "sv").body())
                    .contains(
                            "Det här vill din vård att du mäter", "Varje morgon", "Kim Kontakt, Lung A", "Illamående");
            assertThat(nurse.page(page, "sv").body()).contains("Varje morgon");
            assertThat(stranger.post(page + "/slut", Ward.FORM, "matt=nausea").statusCode())
                    .isEqualTo(404);
            nurse.post(page + "/slut", Ward.FORM, "matt=nausea");
            assertThat(nurse.post(page + "/slut", Ward.FORM, "matt=nausea").statusCode())
                    .as("once")
                    .isEqualTo(404);
            assertThat(pat.page(PATH, "sv").body()).doesNotContain("Varje morgon");
        }
        assertThat(installation.count("select count(*) from access_log where why = 'measure-followed' and allowed"))
                .isPositive();
    }

    @Test
    void without_a_way_there_is_no_page_to_write_on() throws Exception {
        try (var pat = new Visit(installation, "p3", Ward.PASSWORD)) {
            assertThat(pat.page(PATH, "sv").body()).doesNotContain("name=\"tal\"");
            assertThat(pat.post(PATH, Ward.FORM, form("weight", "tal=72", "")).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void every_number_has_a_name_in_the_overview_in_both_languages() {
        for (var language : Language.values()) {
            for (var measure : installation.bean(HomeMeasures.class).all()) {
                for (var part : measure.parts()) {
                    assertThat(Texts.in(language).has("overview.item." + part.item()))
                            .as(part.item())
                            .isTrue();
                }
            }
        }
    }
}
