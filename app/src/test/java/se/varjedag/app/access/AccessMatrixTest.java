package se.varjedag.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.database.TestPostgres;

/// Every address that the program answers, tried by every role: the addresses come from the program itself, so a page
/// that is made tomorrow is tried tomorrow.
class AccessMatrixTest {
    private static final String PASSWORD = "tolv tecken minst";

    /// What is there before anybody has signed in.
    private static final Set<String> OPEN = Set.of(
            "/login",
            "/login/demo",
            "/language",
            "/error",
            "/api/v1/openapi.json",
            "/fhir/metadata",
            "/fhir/.well-known/smart-configuration");

    private static Installation installation;
    private static final Map<Role, Visit> VISITS = new EnumMap<>(Role.class);

    /// One address and what it asks for.
    private record Route(RequestMethod method, String pattern, String type, Optional<Permission> permission) {

        boolean isForAnybody() {
            return permission.filter(Permission.ANYBODY::equals).isPresent();
        }

        /// The address with something in the place of each name.
        String address() {
            return pattern.replaceAll("\\{\\w+:\\\\d\\+}", "1")
                    .replace("{kind}", "csv")
                    .replace("**", "x")
                    .replaceAll("\\{[^}]*}", "x");
        }
    }

    @BeforeAll
    static void start() throws Exception {
        var home = TestPostgres.newHome();
        for (var role : Role.values()) {
            var place = Assignment.needsPlace(role) ? "U1" : "";
            Accounts.write(home, new Account(role.key(), role.key(), new Assignment(role, place)), PASSWORD);
        }
        installation = Installation.serving(home);
        for (var role : Role.values()) {
            VISITS.put(role, new Visit(installation, role.key(), PASSWORD));
        }
    }

    @AfterAll
    static void stop() {
        VISITS.values().forEach(Visit::close);
        installation.close();
    }

    private static List<Route> routes() {
        var all = new ArrayList<Route>();
        installation.handlers().getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("se.varjedag")) {
                for (var pattern : info.getPatternValues()) {
                    all.add(new Route(method(info), pattern, type(info), permission(handler)));
                }
            }
        });
        assertThat(all).hasSizeGreaterThan(25);
        return all;
    }

    private static RequestMethod method(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream().findFirst().orElse(RequestMethod.GET);
    }

    /// What a form is sent as.
    private static String type(RequestMappingInfo info) {
        return info.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .map(type -> type + "; boundary=x")
                .orElse("application/x-www-form-urlencoded");
    }

    private static Optional<Permission> permission(HandlerMethod handler) {
        var own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Allowed.class);
        var all = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Allowed.class);
        return Optional.ofNullable(own).or(() -> Optional.ofNullable(all)).map(Allowed::value);
    }

    @Test
    void every_address_says_who_may_come_through_it() {
        assertThat(routes())
                .filteredOn(route ->
                        !OPEN.contains(route.pattern()) && route.permission().isEmpty())
                .as("these addresses are closed to everybody: say @Allowed(...) on their methods")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_role_comes_through_the_doors_that_are_its_own_and_no_others(Role role) throws Exception {
        var visit = VISITS.get(role);
        for (var route : routes()) {
            if (OPEN.contains(route.pattern())) {
                continue;
            }
            var may = route.permission().orElseThrow().isGivenTo(role);
            var status = route.method() == RequestMethod.GET
                    ? visit.get(route.address(), "*/*").statusCode()
                    : visit.sent(route.method().name(), route.address(), route.type())
                            .statusCode();
            if (may) {
                assertThat(status).as("%s %s", role, route).isNotIn(401, 403, 500);
            } else {
                assertThat(status).as("%s %s", role, route).isIn(401, 403);
            }
        }
    }

    @Test
    void nobody_who_has_not_signed_in_comes_through_a_door_that_is_not_open() throws Exception {
        try (var nobody = new Visit(installation, "nobody", "wrong password")) {
            for (var route : routes()) {
                if (OPEN.contains(route.pattern()) || route.isForAnybody()) {
                    continue;
                }
                var answer = route.method() == RequestMethod.GET
                        ? nobody.get(route.address())
                        : nobody.sent(route.method().name(), route.address(), route.type());
                assertThat(answer.statusCode()).as(route.toString()).isIn(302, 401, 403);
                if (answer.statusCode() == 302) {
                    assertThat(answer.headers().firstValue("Location").orElseThrow())
                            .as(route.toString())
                            .endsWith("/login");
                }
            }
        }
    }

    @Test
    void what_is_for_anybody_is_only_read_stands_under_one_address_and_gives_no_cookie() throws Exception {
        var open = routes().stream().filter(Route::isForAnybody).toList();
        assertThat(open).hasSizeGreaterThan(5).allSatisfy(route -> {
            assertThat(route.method()).isEqualTo(RequestMethod.GET);
            assertThat(route.pattern()).matches("/oppet(/.*)?");
        });
        assertThat(routes())
                .filteredOn(route -> route.pattern().startsWith("/oppet"))
                .allMatch(Route::isForAnybody);
        try (var nobody = new Visit(installation, "nobody", "wrong password")) {
            for (var route : open) {
                var answer = nobody.get(route.address());
                assertThat(answer.statusCode()).as(route.toString()).isIn(200, 404);
                assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
                assertThat(nobody.sent("POST", route.address(), "text/plain").statusCode())
                        .as(route.toString())
                        .isEqualTo(405);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_form_without_its_token_changes_nothing_whoever_sends_it(Role role) throws Exception {
        for (var route : routes()) {
            if (route.method() != RequestMethod.GET && !OPEN.contains(route.pattern())) {
                assertThat(VISITS.get(role)
                                .forged(route.method().name(), route.address())
                                .statusCode())
                        .as("%s %s", role, route)
                        .isIn(401, 403);
            }
        }
        await().untilAsserted(() -> assertThat(installation
                        .database()
                        .sql("select count(*) from access_log where why = 'forged' and not allowed and acted_as = ?")
                        .param(role.key())
                        .query(Long.class)
                        .single())
                .isPositive());
    }
}
