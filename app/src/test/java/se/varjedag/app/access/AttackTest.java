package se.varjedag.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.function.RouterFunction;
import org.xml.sax.InputSource;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.access.AttackedDoors.Door;
import se.varjedag.app.access.AttackedDoors.Sending;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.timeline.PersonPseudonyms;
import tools.jackson.databind.json.JsonMapper;

/// Words that would break what is built of texts, in every parameter and every name of every address that the program
/// answers, from somebody who may come in there. The addresses come from the program itself.
class AttackTest {
    private static final String PASSWORD = "tolv tecken minst";

    /// Stands in every word, so that it is found wherever it went.
    private static final String MARK = "angrepp7";

    /// What `${…}` and its kin would come to, if something computed them.
    private static final String COMPUTED = "53781";

    /// What a value under `/fhir` may begin with before what is looked for.
    private static final List<String> BEFORE = List.of("", "Patient/", "gt", "https://fhir.example/|");

    private static Installation installation;
    private static List<Door> doors;
    private static String countedRows = "";
    private static final Map<Role, Visit> VISITS = new EnumMap<>(Role.class);
    private static final ListAppender<ILoggingEvent> LOGGED = new ListAppender<>();

    @BeforeAll
    static void start() throws Exception {
        var home = TestPostgres.newHome();
        for (var role : Role.values()) {
            var place = Assignment.needsPlace(role) ? "U1" : "";
            Accounts.write(home, new Account(role.key(), role.key(), new Assignment(role, place)), PASSWORD);
        }
        installation = Installation.serving(home);
        installation.read(
                "a.csv",
                "person,code,time,region,unit,source,id",
                "p1,VC010,2023-03-01,01,U1,s,1",
                "p1,VC050,2023-04-10,01,U1,s,2");
        installation.timeline().refresh();
        var herself = installation.bean(PersonPseudonyms.class).of("p1").toString();
        Accounts.write(home, new Account("patient", "patient", new Assignment(Role.PATIENT, herself)), PASSWORD);
        for (var role : Role.values()) {
            VISITS.put(role, new Visit(installation, role.key(), PASSWORD));
        }
        doors = new AttackedDoors(installation, VISITS).all();
        countedRows = countingRows();
        LOGGED.start();
        root().addAppender(LOGGED);
    }

    @AfterAll
    static void stop() {
        root().detachAppender(LOGGED);
        VISITS.values().forEach(Visit::close);
        installation.close();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static Stream<String> words() {
        return Stream.of(
                "'; drop table care_event; select pg_sleep(9); --" + MARK,
                "\"><script>alert('" + MARK + "')</script>",
                "${7683*7}#{7683*7}{{7683*7}}@{7683*7}*{7683*7}<%=7683*7%>${" + MARK + "}",
                MARK + "\r\nX-Evil: 1\r\nSet-Cookie: evil=1\r\n\r\nHTTP/1.1 200",
                "../../../../../../etc/passwd\u0000" + MARK,
                "//evil.example/" + MARK,
                "+999999999-12-31" + MARK,
                "+999999999-12-31",
                "99999999999999999999",
                "\u0000",
                "\uD83D\uDE00" + "%n%s" + MARK,
                "9".repeat(4_000) + MARK);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("words")
    void a_word_made_to_break_something_breaks_nothing_wherever_it_stands(String word) throws Exception {
        LOGGED.list.clear();
        var harm = new ArrayList<String>();
        for (var door : doors) {
            if (door.fhir()) {
                continue;
            }
            if (door.pattern().contains("{")) {
                judge(door, "name", word, send(door, door.address(encoded(word)), "", "*/*"), harm);
            }
            for (var parameter : door.parameters()) {
                var before = door.method() == RequestMethod.GET ? "" : rows();
                var query = encoded(parameter) + "=" + encoded(word);
                var answer = send(door, door.address("lungcancer"), query, "*/*");
                judge(door, parameter, word, answer, harm);
                if (answer.statusCode() >= 400 && !before.isEmpty() && !rows().equals(before)) {
                    harm.add(door + " " + parameter + ": refused, and changed something");
                }
            }
        }
        leavesNothing(word, harm);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("words")
    void a_word_made_to_break_something_breaks_nothing_of_what_other_programs_search(String word) throws Exception {
        LOGGED.list.clear();
        var harm = new ArrayList<String>();
        var before = rows();
        for (var door : doors) {
            if (!door.fhir()) {
                continue;
            }
            for (var type : List.of("application/fhir+json", "application/fhir+xml")) {
                judge(door, "name", word, send(door, door.address(encoded(word)), "", type), harm);
                judge(door, "any", word, send(door, door.address("x"), encoded(word) + "=1", type), harm);
            }
            for (var parameter : door.parameters()) {
                for (var begins : BEFORE) {
                    var query = parameter + "=" + encoded(begins + word);
                    judge(door, parameter, word, send(door, door.address("x"), query, "application/fhir+json"), harm);
                }
                var query = parameter + "=" + encoded(word);
                judge(door, parameter, word, send(door, door.address("x"), query, "application/fhir+xml"), harm);
            }
        }
        if (!rows().equals(before)) {
            harm.add("something was changed by who only searched");
        }
        leavesNothing(word, harm);
    }

    @Test
    void what_is_searched_by_is_tried_without_being_listed_here() {
        assertThat(doors)
                .filteredOn(door -> door.fhir() && door.parameters().contains("identifier"))
                .extracting(Door::sending)
                .contains(Sending.IN_ADDRESS, Sending.AS_FORM);
        assertThat(doors)
                .filteredOn(door -> door.pattern().equals("/fhir/AuditEvent"))
                .extracting(Door::role)
                .contains(Role.HEAD_OF_UNIT, Role.PATIENT);
        assertThat(doors)
                .filteredOn(door -> door.pattern().equals("/fhir/MeasureReport"))
                .allSatisfy(door ->
                        assertThat(door.parameters()).contains("measure", "period", "countBy", "_count", "_page"));
        assertThat(doors)
                .filteredOn(door -> door.pattern().equals("/folj-upp/forandring"))
                .as("a page's own choices are taken from its form")
                .allSatisfy(door -> assertThat(door.parameters()).hasSizeGreaterThan(20));
    }

    private static void leavesNothing(String word, List<String> harm) {
        assertThat(harm).as(word.substring(0, Math.min(40, word.length()))).isEmpty();
        assertThat(LOGGED.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains(MARK) || line.contains("drop table"));
        assertThat(installation.count("select count(*) from care_event")).isEqualTo(2);
        assertThat(installation.count("select count(*) from access_log where access_log::text like '%" + MARK + "%'"))
                .isZero();
    }

    private static HttpResponse<String> send(Door door, String address, String query, String type) throws Exception {
        var visit = VISITS.get(door.role());
        assertThat(visit).isNotNull();
        return switch (door.sending()) {
            case IN_ADDRESS -> visit.get(query.isEmpty() ? address : address + "?" + query, type);
            case AS_FORM -> visit.post(address, "application/x-www-form-urlencoded", query);
            case BESIDE_FILE ->
                visit.post(address + "?" + query, "multipart/form-data; boundary=x", """
                        --x\r
                        Content-Disposition: form-data; name="other"; filename="../../%s.csv"\r
                        \r
                        x\r
                        --x--\r
                        """.formatted(MARK));
        };
    }

    private static void judge(Door door, String where, String word, HttpResponse<String> answer, List<String> harm) {
        var what = door.method() + " " + door.pattern() + " " + where;
        var body = answer.body();
        var said = answer.headers().firstValue("Content-Type").orElse("");
        var html = said.contains("html");
        // 503 is an honest answer: what was asked for is being computed.
        if (answer.statusCode() >= 500 && answer.statusCode() != 503) {
            harm.add(what + ": status " + answer.statusCode());
        }
        if (html && body.contains("<script>alert(")) {
            harm.add(what + ": the script is in the page");
        }
        if (html && body.contains(COMPUTED)) {
            harm.add(what + ": it was computed");
        }
        if (body.contains("root:x:0")) {
            harm.add(what + ": a file of the machine");
        }
        // An address that the server itself cannot read is answered with the page that everybody gets.
        if (door.fhir() && !(html && answer.statusCode() == 400) && !isWhole(said, body)) {
            harm.add(what + ": not whole as " + said + ": " + body);
        }
        if (!html && body.contains("<html")) {
            harm.add(what + ": a page that does not say so");
        }
        var headers = answer.headers().map();
        if (headers.keySet().stream().anyMatch(name -> name.equalsIgnoreCase("X-Evil"))
                || headers.getOrDefault("Set-Cookie", List.of()).stream().anyMatch(cookie -> cookie.contains("evil"))) {
            harm.add(what + ": a header");
        }
        answer.headers()
                .firstValue("Location")
                .filter(to ->
                        to.startsWith("//") || to.matches("(?i)https?://(?!127\\.0\\.0\\.1).*") || to.contains(word))
                .ifPresent(to -> harm.add(what + ": leads to " + to));
    }

    /// Whether an answer to a program is read as one resource, in which nothing of what was sent is more than a text.
    private static boolean isWhole(String said, String body) {
        try {
            if (said.contains("xml")) {
                var factory = DocumentBuilderFactory.newDefaultNSInstance();
                factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
                var read = factory.newDocumentBuilder().parse(new InputSource(new StringReader(body)));
                return read.getElementsByTagNameNS("*", "script").getLength() == 0;
            }
            return body.isEmpty() || JsonMapper.shared().readTree(body).isObject();
        } catch (Exception _) {
            return false;
        }
    }

    /// How many rows every table has but the access log: asked in one question, for it is asked thousands of times.
    private static String rows() {
        return installation.database().sql(countedRows).query(String.class).single();
    }

    private static String countingRows() {
        return installation
                .database()
                .sql(
                        "select tablename from pg_tables where schemaname = 'public' and tablename not in ('access_log', 'flyway_schema_history') order by 1")
                .query(String.class)
                .list()
                .stream()
                .map(table -> "'%1$s ' || (select count(*) from %1$s)".formatted(table))
                .collect(Collectors.joining(" || ' ' || ", "select ", ""));
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    void the_words_that_are_looked_for_in_the_log_would_be_found_there() {
        LOGGED.list.clear();
        root().warn("a word that should not be here: " + MARK);

        assertThat(LOGGED.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage()).contains(MARK);
        });
    }

    @Test
    void no_address_is_answered_past_the_doorkeeper() {
        assertThat(installation.beans(RouterFunction.class))
                .as("the doorkeeper knows methods of controllers only")
                .isEmpty();
    }
}
