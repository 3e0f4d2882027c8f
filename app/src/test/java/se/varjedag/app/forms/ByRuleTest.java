package se.varjedag.app.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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

/// Forms that a unit asks by its rules.
class ByRuleTest {
    private static final String PREM = "prem";
    private static final String NEEDS = "rehabilitation-needs";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Stockholm"));
    private static final Acting NURSE = Ward.at(Role.CONTACT_NURSE, "kia", "A1");
    private static Installation installation;

    private static final List<String> PEOPLE =
            List.of("dismissed", "untold", "treated", "dead", "late", "other", "booked", "secret");

    @BeforeAll
    static void start() {
        var home = TestPostgres.newHome();
        Ward.staff(home);
        Accounts.write(
                home, new Account("hedda", "Hedda Chef", new Assignment(Role.HEAD_OF_UNIT, "A1")), Ward.PASSWORD);
        Accounts.write(home, new Account("gunn", "Gunn", new Assignment(Role.AUDITOR, "")), Ward.PASSWORD);
        installation = Installation.serving(home);
        Ward.units(installation);
        read();
        for (var name : PEOPLE) {
            var place = Ward.person(installation, name).toString();
            Accounts.write(home, new Account(name, "Pat Patient", new Assignment(Role.PATIENT, place)), Ward.PASSWORD);
        }
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    /// Nothing of what tests before have asked.
    @BeforeEach
    void fresh() {
        installation.empty();
        Ward.units(installation);
        read();
    }

    private static void read() {
        var rows = new ArrayList<String>(List.of("person,code,time,region,unit,source,id,status"));
        add(rows, "dismissed", "VC010 80", "VC040 64", "VC078 63");
        add(rows, "untold", "VC010 80", "VC078 63");
        add(rows, "treated", "VC010 140", "VC040 110", "VC044 105", "VC050 100");
        add(rows, "dead", "VC010 80", "VC040 64", "VC078 63", "died 5");
        add(rows, "late", "VC010 200", "VC040 160", "VC078 120");
        add(rows, "other", "VJ110 80", "VJ140 64", "VJ178 63");
        add(rows, "booked", "VC010 30", "VC040 9", "VC044 8", "VC050 -10");
        add(rows, "secret", "VC010 30", "VC044 8", "VC050 -10");
        installation.read("a.csv", rows.toArray(String[]::new));
        installation.timeline().refresh();
    }

    private static void add(List<String> rows, String person, String... events) {
        for (var event : events) {
            var parts = event.split(" ");
            int ago = Integer.parseInt(parts[1]);
            rows.add("%s,%s,%s,05,A1,s,%d,%s"
                    .formatted(person, parts[0], TODAY.minusDays(ago), rows.size(), ago < 0 ? "planned" : ""));
        }
    }

    private static void rule(String form, Occasion occasion, CountedFrom from, String... definitions) {
        rule(form, occasion, from, TODAY, null, 0, definitions);
    }

    private static void rule(
            String form,
            Occasion occasion,
            CountedFrom from,
            LocalDate first,
            @Nullable LocalDate last,
            int remind,
            String... definitions) {
        installation
                .bean(Rules.class)
                .set(
                        NURSE,
                        new Rule(
                                0,
                                "A1",
                                form,
                                occasion,
                                from,
                                Set.of(definitions),
                                first,
                                last,
                                remind,
                                Instant.EPOCH,
                                "",
                                false,
                                0));
    }

    private static ByRule.Done run() {
        return installation.bean(ByRule.class).run(TODAY);
    }

    private static UUID person(String name) {
        return Ward.person(installation, name);
    }

    private static List<Asked> of(String name) {
        return installation.bean(Asking.class).of(person(name));
    }

    private static List<String> asked() {
        return PEOPLE.stream().filter(name -> !of(name).isEmpty()).toList();
    }

    @Test
    void who_has_been_told_that_it_is_over_is_asked_how_it_was_and_nobody_else() {
        rule(PREM, Occasion.PREM, CountedFrom.CLOSED);

        assertThat(run()).isEqualTo(new ByRule.Done(2, 0));
        assertThat(asked())
                .as("not who has not been told, not the dead, not whose last day has passed")
                .containsExactly("dismissed", "other");
        var one = of("dismissed").getFirst();
        assertThat(one.due()).isEqualTo(TODAY.minusDays(63).plusWeeks(8));
        assertThat(one.follows()).isEqualTo(new Asking.Follows("lungcancer", TODAY.minusDays(80)));
        assertThat(installation.bean(OwnForms.class).of(person("dismissed"))).hasSize(1);
    }

    @Test
    void who_is_told_later_is_asked_then() {
        rule(PREM, Occasion.PREM, CountedFrom.CLOSED);
        run();
        var told = new ArrayList<String>(List.of("person,code,time,region,unit,source,id"));
        told.add("untold,VC040,%s,05,A1,s,told".formatted(TODAY.minusDays(1)));
        installation.read("b.csv", told.toArray(String[]::new));
        installation.timeline().refresh();

        assertThat(run().asked()).isEqualTo(1);
        assertThat(of("untold")).hasSize(1);
    }

    @Test
    void a_pathway_and_occasion_is_asked_once_also_after_it_was_taken_back() {
        rule(PREM, Occasion.PREM, CountedFrom.CLOSED);
        rule(PREM, Occasion.PREM, CountedFrom.CLOSED, "lungcancer");
        run();
        var asking = installation.bean(Asking.class);
        asking.withdraw(NURSE, of("dismissed").getFirst());

        assertThat(run().asked()).isZero();
        assertThat(of("dismissed")).hasSize(1).allMatch(Asked::withdrawn);
    }

    @Test
    void several_servers_that_ask_at_once_ask_once() throws Exception {
        rule(PREM, Occasion.PREM, CountedFrom.CLOSED, TODAY, null, 1);
        var all = new ArrayList<Callable<ByRule.Done>>();
        for (int server = 0; server < 6; server++) {
            all.add(ByRuleTest::run);
        }
        try (var servers = Executors.newFixedThreadPool(6)) {
            int asked = 0;
            for (var done : servers.invokeAll(all)) {
                asked += done.get().asked();
            }
            assertThat(asked).isEqualTo(2);
        }
        assertThat(of("dismissed")).hasSize(1);
        assertThat(installation.count("select count(*) from access_log where why = 'form-rule'"))
                .isEqualTo(2);
    }

    @Test
    void what_was_asked_by_hand_for_the_occasion_is_not_asked_again() {
        installation
                .bean(Asking.class)
                .ask(NURSE, person("dismissed"), PREM, Occasion.PREM, TODAY.minusDays(60), Asking.Follows.NONE);
        rule(PREM, Occasion.PREM, CountedFrom.CLOSED);

        run();

        assertThat(of("dismissed")).hasSize(1).noneMatch(Asked::byRule);
        assertThat(of("other")).hasSize(1).allMatch(Asked::byRule);
    }

    @Test
    void a_rule_is_for_its_pathways_and_its_days_and_asks_no_more_when_ended() {
        rule(PREM, Occasion.PREM, CountedFrom.CLOSED, "prostatacancer");
        rule(PREM, Occasion.PREM, CountedFrom.CLOSED, TODAY.plusDays(1), null, 0);
        rule(PREM, Occasion.PREM, CountedFrom.CLOSED, TODAY.minusDays(9), TODAY.minusDays(1), 0);
        run();
        assertThat(asked()).containsExactly("other");

        rule(PREM, Occasion.PREM, CountedFrom.CLOSED);
        var rules = installation.bean(Rules.class);
        var last = rules.at("A1").getFirst();
        assertThat(rules.end(Ward.at(Role.CONTACT_NURSE, "x", "A3"), last.id()))
                .as("another unit's")
                .isFalse();
        assertThat(rules.end(NURSE, last.id())).isTrue();
        assertThat(rules.end(NURSE, last.id())).as("once").isFalse();
        assertThat(run().asked()).isZero();
        assertThat(rules.at("A1")).as("nothing is deleted").hasSize(4);
    }

    @Test
    void needs_are_asked_before_a_treatment_that_she_knows_of_and_three_months_after_it() {
        rule(NEEDS, Occasion.BEFORE, CountedFrom.TREATMENT);
        rule(NEEDS, Occasion.MONTHS_3, CountedFrom.TREATMENT);

        run();

        assertThat(asked()).containsExactly("treated", "booked");
        assertThat(of("booked").getFirst().until()).isEqualTo(TODAY.plusDays(10));
        assertThat(of("treated").getFirst().due())
                .isEqualTo(TODAY.minusDays(100).plusMonths(3));
    }

    @Test
    void what_may_be_answered_any_day_is_asked_only_of_what_has_happened_since_the_rule_began() {
        rule("what-matters", Occasion.ONCE, CountedFrom.SUSPICION, TODAY.minusDays(40), null, 0);

        run();

        assertThat(asked()).containsExactly("booked", "secret");
    }

    @Test
    void who_does_not_answer_is_reminded_once() {
        rule(PREM, Occasion.PREM, CountedFrom.CLOSED, TODAY, null, 5);
        run();
        var byRule = installation.bean(ByRule.class);

        assertThat(byRule.run(TODAY.plusDays(4)).reminded()).isZero();
        assertThat(byRule.run(TODAY.plusDays(5)).reminded()).isEqualTo(2);
        assertThat(byRule.run(TODAY.plusDays(6)).reminded()).isZero();
        assertThat(of("dismissed").getFirst().reminded()).isNotNull();
        assertThat(installation.count("select count(*) from access_log where why = 'form-rule-reminder'"))
                .isEqualTo(2);
    }

    @Test
    void who_has_died_or_was_reminded_by_hand_is_not_reminded() {
        rule(PREM, Occasion.PREM, CountedFrom.CLOSED, TODAY, null, 5);
        run();
        installation.bean(Asking.class).remind(NURSE, of("other").getFirst());
        installation.read(
                "c.csv",
                "person,code,time,region,unit,source,id",
                "dismissed,died,%s,05,A1,s,dead".formatted(TODAY.minusDays(1)));
        installation.timeline().refresh();

        assertThat(installation.bean(ByRule.class).run(TODAY.plusDays(5)).reminded())
                .isZero();
    }

    @Test
    void what_is_counted_from_something_she_has_not_been_told_of_is_not_shown_to_her() {
        var asking = installation.bean(Asking.class);
        var hers = installation.bean(OwnForms.class);
        var secret = person("secret");
        var treatment = TODAY.plusDays(10);
        var event = new Asked.Counted("VC050", treatment);
        var decided = new Asked.Counted("VC044", TODAY.minusDays(8));
        asking.ask(NURSE, secret, NEEDS, Occasion.BEFORE, event, Asking.Follows.NONE);
        asking.ask(NURSE, secret, NEEDS, Occasion.MONTHS_3, decided, Asking.Follows.NONE);
        asking.ask(NURSE, secret, NEEDS, Occasion.MONTHS_3, TODAY.minusDays(8), Asking.Follows.NONE);
        asking.ask(NURSE, secret, PREM, Occasion.ONCE, TODAY, Asking.Follows.NONE);
        assertThat(hers.of(secret)).as("by point, by its day, and how it was").isEmpty();

        asking.ask(
                NURSE,
                secret,
                NEEDS,
                Occasion.MONTHS_3,
                new Asked.Counted("VC010", TODAY.minusDays(30)),
                Asking.Follows.NONE);
        asking.ask(NURSE, secret, NEEDS, Occasion.ONCE, TODAY, Asking.Follows.NONE);
        assertThat(hers.of(secret)).as("of what she knows, and at once").hasSize(2);

        installation.read(
                "d.csv",
                "person,code,time,region,unit,source,id",
                "secret,VC040,%s,05,A1,s,told".formatted(TODAY.minusDays(1)));
        installation.timeline().refresh();
        assertThat(hers.of(secret)).as("told now, but it is not over").hasSize(5);
    }

    @Test
    void how_it_was_is_not_asked_before_the_last_end_that_there_is_was_told() {
        installation.read(
                "e.csv",
                "person,code,time,region,unit,source,id",
                "untold,VC040,%s,05,A1,s,e1".formatted(TODAY.minusDays(65)));
        installation.timeline().refresh();
        var asking = installation.bean(Asking.class);
        asking.ask(NURSE, person("untold"), PREM, Occasion.ONCE, TODAY, Asking.Follows.NONE);
        assertThat(installation.bean(OwnForms.class).of(person("untold"))).hasSize(1);

        installation.read(
                "f.csv",
                "person,code,time,region,unit,source,id",
                "untold,VJ110,%s,05,A1,s,f1".formatted(TODAY.minusDays(20)),
                "untold,VJ178,%s,05,A1,s,f2".formatted(TODAY.minusDays(5)));
        installation.timeline().refresh();
        assertThat(installation.bean(OwnForms.class).of(person("untold"))).isEmpty();
    }

    @Test
    void a_head_of_unit_looks_at_a_rule_sets_it_and_ends_it_and_the_log_says_who_asked() throws Exception {
        var path = "/arbetslista/formularregler";
        var fields = "formular=prem&nar=prem&raknat=closed&forlopp=lungcancer&paminn=14&fran=&till=";
        try (var hedda = new Visit(installation, "hedda", Ward.PASSWORD)) {
            assertThat(hedda.page(path, "sv").body()).contains("Ingen regel ännu");
            assertThat(hedda.page(path + "?" + fields, "sv").body())
                    .contains("1 patient skulle få formuläret i dag", "Lungcancer", "påminner efter 14 dagar");
            assertThat(hedda.page(path + "?formular=prem&nar=prem&raknat=treatment", "sv")
                            .body())
                    .contains("räknas från avslutat vårdförlopp");
            assertThat(hedda.page(path + "?" + fields.replace("fran=&till=", "fran=2026-05-02&till=2026-05-01"), "sv")
                            .body())
                    .contains("Den sista dagen kan inte ligga före den första");
            assertThat(hedda.post(path, Ward.FORM, "formular=nothing").statusCode())
                    .isEqualTo(400);
            assertThat(hedda.post(path, Ward.FORM, fields).statusCode()).isEqualTo(302);
            run();
            assertThat(hedda.page(path, "sv").body()).contains("Hedda Chef");
            var id = installation.bean(Rules.class).at("A1").getFirst().id();
            assertThat(hedda.post(path + "/" + id + "/avsluta", Ward.FORM, "").statusCode())
                    .isEqualTo(302);
            assertThat(hedda.page(path, "sv").body()).contains("Avslutade regler");
        }
        try (var pat = new Visit(installation, "dismissed", Ward.PASSWORD)) {
            assertThat(pat.page("/formular", "sv").body()).contains("Hur var det att utredas?");
            assertThat(pat.page("/mina-uppgifter", "sv").body())
                    .contains("datorn, efter en regel som vården har satt", "Lung A");
        }
        try (var gunn = new Visit(installation, "gunn", Ward.PASSWORD)) {
            assertThat(gunn.page("/logg", "sv").body())
                    .contains("av sig själv, efter en regel", "bad patienten svara på ett formulär, efter enhetens");
        }
    }
}
