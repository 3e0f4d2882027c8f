package se.varjedag.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.database.TestPostgres;

/// Words that would break what is built of texts, in every parameter and every name of every address that the program
/// answers, from somebody who may come in there. The addresses come from the program itself.
class AttackTest {
    private static final String PASSWORD = "tolv tecken minst";

    /// Stands in every word, so that it is found wherever it went.
    private static final String MARK = "angrepp7";

    /// What `${…}` and its kin would come to, if something computed them.
    private static final String COMPUTED = "53781";

    /// Parameters that are read by their names and not declared: what is selected in the figures, and of forms.
    private static final List<String> READ_BY_NAME = List.of(
            "from",
            "to",
            "svf",
            "region",
            "unit",
            "treatment",
            "sex",
            "age",
            "by",
            "limit",
            "knownAt",
            "asOf",
            "countBy",
            "measure",
            "minCount",
            "step",
            "back");

    private static Installation installation;
    private static final Map<Permission, Visit> VISITS = new EnumMap<>(Permission.class);
    private static final ListAppender<ILoggingEvent> LOGGED = new ListAppender<>();

    private record Door(
            RequestMethod method, String pattern, boolean multipart, Permission permission, Set<String> parameters) {}

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
        for (var permission : Permission.values()) {
            var who = Arrays.stream(Role.values()).filter(permission::isGivenTo).findFirst();
            if (who.isPresent()) {
                VISITS.put(permission, new Visit(installation, who.get().key(), PASSWORD));
            }
        }
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

    private static List<Door> doors() {
        var all = new ArrayList<Door>();
        installation.handlers().getHandlerMethods().forEach((info, handler) -> {
            var permission = permission(handler);
            if (permission != null && VISITS.containsKey(permission)) {
                var names = parameters(handler);
                for (var pattern : info.getPatternValues()) {
                    all.add(new Door(
                            method(info),
                            pattern,
                            !info.getConsumesCondition()
                                    .getConsumableMediaTypes()
                                    .isEmpty(),
                            permission,
                            names));
                }
            }
        });
        assertThat(all).hasSizeGreaterThan(40);
        return all;
    }

    private static @Nullable Permission permission(HandlerMethod handler) {
        var own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Allowed.class);
        var all = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Allowed.class);
        return own != null
                ? own.value()
                : all != null
                        ? all.value()
                        : handler.getBeanType().getPackageName().startsWith("se.varjedag")
                                ? Permission.SIGNED_IN
                                : null;
    }

    private static RequestMethod method(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream().findFirst().orElse(RequestMethod.GET);
    }

    private static Set<String> parameters(HandlerMethod handler) {
        var names = new LinkedHashSet<String>();
        boolean readsByName = false;
        for (var parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            var said = parameter.getParameterAnnotation(RequestParam.class);
            if (said != null) {
                var name = said.name().isEmpty() ? said.value() : said.name();
                names.add(name.isEmpty() ? String.valueOf(parameter.getParameterName()) : name);
            }
            readsByName |= parameter.getParameterAnnotation(PathVariable.class) == null && said == null;
        }
        if (readsByName) {
            names.addAll(READ_BY_NAME);
        }
        return names;
    }

    /// An address whose names hold a harmless value, or the word where digits are not asked for.
    private static String address(String pattern, String inNames) {
        return pattern.replaceAll("\\{\\w+:\\\\d\\+}", "1")
                .replace("{kind}", "csv")
                .replaceAll("\\{[^}]*}", java.util.regex.Matcher.quoteReplacement(inNames));
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
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
                "\uD83D\uDE00" + "%n%s" + MARK
            })
    void a_word_made_to_break_something_breaks_nothing_wherever_it_stands(String word) throws Exception {
        LOGGED.list.clear();
        var harm = new ArrayList<String>();
        for (var door : doors()) {
            if (door.pattern().contains("{")) {
                judge(door, "name", word, send(door, address(door.pattern(), encoded(word)), ""), harm);
            }
            for (var parameter : door.parameters()) {
                var before = door.method() == RequestMethod.GET ? "" : rows();
                var answer =
                        send(door, address(door.pattern(), "lungcancer"), encoded(parameter) + "=" + encoded(word));
                judge(door, parameter, word, answer, harm);
                if (answer.statusCode() >= 400 && !before.isEmpty() && !rows().equals(before)) {
                    harm.add(door + " " + parameter + ": refused, and changed something");
                }
            }
        }
        assertThat(harm).isEmpty();
        assertThat(LOGGED.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains(MARK) || line.contains("drop table"));
        assertThat(installation.count("select count(*) from care_event")).isEqualTo(2);
        assertThat(installation.count("select count(*) from access_log where access_log::text like '%" + MARK + "%'"))
                .isZero();
    }

    private static HttpResponse<String> send(Door door, String address, String query) throws Exception {
        var visit = visit(door);
        if (door.method() == RequestMethod.GET) {
            return visit.get(query.isEmpty() ? address : address + "?" + query, "*/*");
        }
        return door.multipart()
                ? visit.post(address + "?" + query, "multipart/form-data; boundary=x", """
                        --x\r
                        Content-Disposition: form-data; name="other"; filename="../../%s.csv"\r
                        \r
                        x\r
                        --x--\r
                        """.formatted(MARK))
                : visit.post(address, "application/x-www-form-urlencoded", query);
    }

    private static Visit visit(Door door) {
        var visit = VISITS.get(door.permission());
        assertThat(visit).isNotNull();
        return visit;
    }

    private static void judge(Door door, String where, String word, HttpResponse<String> answer, List<String> harm) {
        var what = door.method() + " " + door.pattern() + " " + where;
        var body = answer.body();
        var html = answer.headers().firstValue("Content-Type").orElse("").contains("html");
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

    /// How many rows every table has but the access log.
    private static String rows() {
        return installation
                .database()
                .sql(
                        "select tablename from pg_tables where schemaname = 'public' and tablename not in ('access_log', 'flyway_schema_history') order by 1")
                .query(String.class)
                .list()
                .stream()
                .map(table -> table + " " + installation.count("select count(*) from " + table))
                .collect(Collectors.joining("\n"));
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
