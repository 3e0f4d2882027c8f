package se.varjedag.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.reference.Unit;
import se.varjedag.app.reference.UnitPeriod;
import se.varjedag.app.reference.Units;

/// How much of the access log they read who review it. Caregiver A has the units A1, with its ward A11, and A2; A3 was
/// caregiver B's until the end of 2024. B1 is caregiver B's.
class LogReachTest {
    private static final String PASSWORD = "tolv tecken minst";
    private static final Pattern NAMED = Pattern.compile("spår-(\\w+)");
    private static final LocalDate MOVED = LocalDate.of(2025, 1, 1);

    private static Installation installation;
    private static final Map<String, Visit> VISITS = new HashMap<>();

    /// Who reviews, and whose lines she reads: each line is named after its staff, or after whose data it was about.
    private static final Map<String, Assignment> REVIEWERS = Map.of(
            "hela", new Assignment(Role.AUDITOR, ""),
            "givare-a", new Assignment(Role.AUDITOR, "A"),
            "givare-b", new Assignment(Role.AUDITOR, "B"),
            "enhet", new Assignment(Role.AUDITOR, "A1"),
            "chef", new Assignment(Role.HEAD_OF_UNIT, "A1"),
            "chef-a2", new Assignment(Role.HEAD_OF_UNIT, "A2"),
            "okand", new Assignment(Role.AUDITOR, "nowhere"));

    @BeforeAll
    static void start() throws Exception {
        var home = TestPostgres.newHome();
        REVIEWERS.forEach((name, one) -> Accounts.write(home, new Account(name, name, one), PASSWORD));
        installation = Installation.serving(home);
        var units = new LinkedHashMap<String, List<UnitPeriod>>();
        units.put("A1", List.of(always("A1", "A", "")));
        units.put("A11", List.of(always("A11", "A", "A1")));
        units.put("A2", List.of(always("A2", "A", "")));
        units.put(
                "A3",
                List.of(
                        new UnitPeriod(unit("A3", "B"), "", UnitPeriod.EVER, MOVED.minusDays(1)),
                        new UnitPeriod(unit("A3", "A"), "", MOVED, UnitPeriod.FURTHER_NOTICE)));
        units.put("B1", List.of(always("B1", "B", "")));
        installation.bean(Units.class).keep(units, Map.of("A", "Vårdgivaren A", "B", "Vårdgivaren B"));
        var log = installation.bean(AccessLog.class);
        log.keep(line("A1", "A1", "", "2025-06-01T10:00:00Z"));
        log.keep(line("A11", "A11", "", "2025-06-01T10:00:00Z"));
        log.keep(line("A2", "A2", "", "2025-06-01T10:00:00Z"));
        log.keep(line("B1", "B1", "", "2025-06-01T10:00:00Z"));
        log.keep(line("B1hosA1", "B1", "A1", "2025-06-01T10:00:00Z"));
        // The last second of the old year in Sweden, and the first of the new one.
        log.keep(line("A3hosB", "A3", "", "2024-12-31T22:59:59Z"));
        log.keep(line("A3hosA", "A3", "", "2024-12-31T23:00:00Z"));
        log.keep(line("ingenstans", "", "", "2025-06-01T10:00:00Z"));
        for (var name : REVIEWERS.keySet()) {
            VISITS.put(name, new Visit(installation, name, PASSWORD));
        }
    }

    @AfterAll
    static void stop() {
        VISITS.values().forEach(Visit::close);
        installation.close();
    }

    private static Unit unit(String id, String caregiver) {
        return new Unit(id, "Enhet " + id, "Mottagning", caregiver, "05");
    }

    private static UnitPeriod always(String id, String caregiver, String parent) {
        return new UnitPeriod(unit(id, caregiver), parent, UnitPeriod.EVER, UnitPeriod.FURTHER_NOTICE);
    }

    private static LogEntry line(String mark, String place, String dataOf, String at) {
        return new LogEntry(
                Instant.parse(at),
                "spår-" + mark,
                "",
                "clinician",
                place,
                LogEntry.Action.CHOICE,
                "POST /patient/valj",
                "",
                Optional.empty(),
                dataOf,
                "127.0.0.1",
                true);
    }

    private static Visit visit(String who) {
        return Optional.ofNullable(VISITS.get(who)).orElseThrow();
    }

    private static String found(String text) {
        var found = new TreeSet<String>();
        NAMED.matcher(text).results().forEach(one -> found.add(one.group(1)));
        return String.join(" ", found);
    }

    private static final String EXPECTED = """
            hela,     A1 A11 A2 A3hosA A3hosB B1 B1hosA1 ingenstans
            givare-a, A1 A11 A2 A3hosA B1hosA1
            givare-b, A3hosB B1 B1hosA1
            enhet,    A1 A11 B1hosA1
            chef,     A1 A11 B1hosA1
            chef-a2,  A2
            okand,    ''
            """;

    @ParameterizedTest
    @CsvSource(textBlock = EXPECTED)
    void the_page_shows_the_lines_of_the_place_and_of_what_lies_under_it(String who, String lines) throws Exception {
        assertThat(found(visit(who).page("/logg?from=2024-01-01", "sv").body())).isEqualTo(lines);
    }

    @ParameterizedTest
    @CsvSource(textBlock = EXPECTED)
    void a_program_finds_the_same_lines(String who, String lines) throws Exception {
        assertThat(found(visit(who)
                        .get("/fhir/AuditEvent?subtype=choice&_count=200", "application/fhir+json")
                        .body()))
                .isEqualTo(lines);
    }

    @ParameterizedTest
    @CsvSource(textBlock = EXPECTED)
    void a_review_selects_among_the_same_lines(String who, String lines) throws Exception {
        var made = visit(who)
                .post(
                        "/logg/granskning",
                        "application/x-www-form-urlencoded",
                        "from=2024-12-01&till=2025-12-31&granskas-av=");
        var review = made.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        assertThat(found(visit(who).page(review, "sv").body())).isEqualTo(lines);
        for (var other : REVIEWERS.keySet()) {
            var shares = other.equals("hela")
                    || REVIEWERS.get(other).place().equals(REVIEWERS.get(who).place());
            assertThat(visit(other).page(review, "sv").statusCode())
                    .as("%s opens the review of %s", other, who)
                    .isEqualTo(shares ? 200 : 404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hela, Alla enheter och vårdgivare",
        "givare-a, Vårdgivaren A: personal på dess enheter",
        "chef, Enhet A1: enhetens personal"
    })
    void the_page_says_whose_log_it_is(String who, String said) throws Exception {
        assertThat(visit(who).page("/logg", "sv").body()).contains(said);
    }
}
