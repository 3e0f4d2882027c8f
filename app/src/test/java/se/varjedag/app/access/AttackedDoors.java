package se.varjedag.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.fhir.SaysHowToAnswer;
import tools.jackson.databind.json.JsonMapper;

/// Every address that the program answers, with every parameter that it reads, and somebody who may come in there.
///
/// What a method declares is taken from there; what it reads from the request by name is taken from what the program
/// tells of itself: the CapabilityStatement under `/fhir`, the description of the API, the forms and links of a page.
final class AttackedDoors {
    /// What pages read by name, beside what stands in their own forms and links.
    private static final List<String> OF_PAGES = List.of(
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

    private static final Pattern TYPE = Pattern.compile("/fhir/([A-Z]\\w+)(/_search)?");
    private static final Pattern IN_FORM =
            Pattern.compile("<(?:input|select|textarea|button)[^>]*\\sname=\"([^\"]+)\"");
    private static final Pattern IN_LINK = Pattern.compile("href=\"[^\"?]*\\?([^\"#]*)");

    private final Installation installation;
    private final Map<Role, Visit> visits;

    /// @param visits somebody of every role, signed in
    AttackedDoors(Installation installation, Map<Role, Visit> visits) {
        this.installation = installation;
        this.visits = visits;
    }

    /// How what is tried is sent.
    enum Sending {
        IN_ADDRESS,
        AS_FORM,
        BESIDE_FILE
    }

    record Door(RequestMethod method, String pattern, Sending sending, Role role, Set<String> parameters) {

        boolean fhir() {
            return pattern.startsWith("/fhir");
        }

        /// The address with harmless values in the places of its names, or with a word where digits are not asked for.
        String address(String inNames) {
            return pattern.replaceAll("\\{\\w+:\\\\d\\+}", "1")
                    .replace("{kind}", "csv")
                    .replaceAll("\\{[^}]*}", java.util.regex.Matcher.quoteReplacement(inNames));
        }
    }

    List<Door> all() throws Exception {
        var fhir = searchedBy();
        var api = api();
        var all = new ArrayList<Door>();
        for (var one : installation.handlers().getHandlerMethods().entrySet()) {
            var permission = permission(one.getValue());
            if (permission.isEmpty()) {
                continue;
            }
            var declared = declared(one.getValue());
            for (var pattern : one.getKey().getPatternValues()) {
                for (var role : roles(permission.get(), pattern)) {
                    var bare = new Door(method(one.getKey()), pattern, sending(one.getKey()), role, Set.of());
                    var names = new LinkedHashSet<>(declared);
                    if (readsByName(one.getValue())) {
                        names.addAll(
                                pattern.startsWith("/api") ? api : bare.fhir() ? named(pattern, fhir) : ofPage(bare));
                    }
                    all.add(new Door(bare.method(), pattern, bare.sending(), role, names));
                }
            }
        }
        return all;
    }

    /// Staff, and of what belongs to a patient herself also a patient: her way in is another.
    private static List<Role> roles(Permission permission, String pattern) {
        var staff = Arrays.stream(Role.values())
                .filter(role -> role != Role.PATIENT && permission.isGivenTo(role))
                .findFirst();
        var roles = new ArrayList<Role>();
        staff.ifPresent(roles::add);
        if (permission.isGivenTo(Role.PATIENT)
                && (staff.isEmpty() || TYPE.matcher(pattern).matches())) {
            roles.add(Role.PATIENT);
        }
        return roles;
    }

    private static Optional<Permission> permission(HandlerMethod handler) {
        var own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Allowed.class);
        var all = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Allowed.class);
        return Optional.ofNullable(own)
                .or(() -> Optional.ofNullable(all))
                .map(Allowed::value)
                .or(() -> Optional.of(Permission.SIGNED_IN)
                        .filter(_ -> handler.getBeanType().getPackageName().startsWith("se.varjedag")));
    }

    private static RequestMethod method(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream().findFirst().orElse(RequestMethod.GET);
    }

    private static Sending sending(RequestMappingInfo info) {
        if (method(info) == RequestMethod.GET) {
            return Sending.IN_ADDRESS;
        }
        return info.getConsumesCondition().getConsumableMediaTypes().stream()
                        .anyMatch(type -> type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA))
                ? Sending.BESIDE_FILE
                : Sending.AS_FORM;
    }

    private static Set<String> declared(HandlerMethod handler) {
        var names = new LinkedHashSet<String>();
        for (var parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            var said = parameter.getParameterAnnotation(RequestParam.class);
            if (said != null) {
                var name = said.name().isEmpty() ? said.value() : said.name();
                names.add(name.isEmpty() ? String.valueOf(parameter.getParameterName()) : name);
            }
        }
        return names;
    }

    private static boolean readsByName(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterAnnotation(PathVariable.class) == null
                        && parameter.getParameterAnnotation(RequestParam.class) == null);
    }

    /// What each type of resource is searched by, as the interface itself tells.
    private Map<String, Set<String>> searchedBy() throws Exception {
        var told = new LinkedHashMap<String, Set<String>>();
        var statement = JsonMapper.shared()
                .readTree(visit(Role.CLINICIAN)
                        .get("/fhir/metadata", "application/fhir+json")
                        .body());
        statement.at("/rest/0/resource").forEach(resource -> {
            var names = new LinkedHashSet<String>();
            resource.path("searchParam")
                    .forEach(one -> names.add(one.path("name").stringValue()));
            told.put(resource.path("type").stringValue(), names);
        });
        assertThat(told).containsKeys("Patient", "MeasureReport", "AuditEvent").doesNotContainValue(Set.of());
        return told;
    }

    private static Set<String> named(String pattern, Map<String, Set<String>> searchedBy) {
        var names = new LinkedHashSet<>(SaysHowToAnswer.names());
        var type = TYPE.matcher(pattern);
        if (type.matches()) {
            assertThat(searchedBy)
                    .as("the CapabilityStatement tells of %s", pattern)
                    .containsKey(type.group(1));
            names.addAll(searchedBy.getOrDefault(type.group(1), Set.of()));
        }
        return names;
    }

    private Set<String> api() throws Exception {
        var names = new LinkedHashSet<String>();
        JsonMapper.shared()
                .readTree(visit(Role.ANALYST)
                        .get("/api/v1/openapi.json", "application/json")
                        .body())
                .findValues("parameters")
                .forEach(list -> list.forEach(one -> names.add(one.path("name").stringValue(""))));
        assertThat(names).contains("svf", "by", "minCount");
        return names;
    }

    private Set<String> ofPage(Door door) throws Exception {
        var names = new LinkedHashSet<>(OF_PAGES);
        if (door.method() != RequestMethod.GET) {
            return names;
        }
        var page =
                visit(door.role()).get(door.address("lungcancer"), "text/html").body();
        IN_FORM.matcher(page).results().forEach(found -> names.add(found.group(1)));
        IN_LINK.matcher(page).results().forEach(found -> {
            for (var one : found.group(1).replace("&amp;", "&").split("&", -1)) {
                names.add(one.replaceFirst("=.*", ""));
            }
        });
        names.removeIf(name -> name.isEmpty() || name.equals("_csrf"));
        return names;
    }

    private Visit visit(Role role) {
        var visit = visits.get(role);
        assertThat(visit).isNotNull();
        return visit;
    }
}
