package se.varjedag.app.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.varjedag.app.access.AccessLog;
import se.varjedag.app.access.LogEntry;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.web.Given;

/// Stands before every method that answers a request, and lets through who has the permission it asks for. A method
/// that asks for none lets nobody through.
@Component
class Doorkeeper implements HandlerInterceptor {

    /// What is there before anybody has signed in. The same addresses are open in the rules of sign-in.
    static final Set<String> OPEN = Set.of(
            "/login",
            "/login/demo",
            "/language",
            "/error",
            "/api/v1/openapi.json",
            "/fhir/metadata",
            "/fhir/.well-known/smart-configuration");

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /// Where the look itself is told by who looks up the patient, with the patient.
    private static final Set<Permission> TOLD_WITH_THE_PATIENT =
            Set.of(Permission.PATIENTS, Permission.COORDINATION, Permission.OWN_DATA, Permission.PATIENT_RESOURCES);

    /// What is about single persons: nothing of it is shown before the log has it.
    private static final Set<Permission> ABOUT_PERSONS = Set.of(
            Permission.PSEUDONYMS,
            Permission.WORKLIST,
            Permission.EXPORT,
            Permission.NATIONAL_RETURN,
            Permission.LOG_REVIEW,
            Permission.LOG_RESOURCES);

    /// What every other address under `/fhir` is, where nothing is ever changed.
    private static final Set<String> ANSWERS_NOBODY = Set.of("/fhir", "/fhir/**");

    /// What a page asks for by itself, again and again: how far something has come.
    private static final String PROGRESS = "/framsteg";

    private final SignedIn signedIn;
    private final AccessLog log;
    private final LogLines lines;

    Doorkeeper(SignedIn signedIn, AccessLog log, LogLines lines) {
        this.signedIn = signedIn;
        this.log = log;
        this.lines = lines;
    }

    @Configuration(proxyBeanMethods = false)
    static class AtEveryDoor implements WebMvcConfigurer {
        private final Doorkeeper doorkeeper;

        AtEveryDoor(Doorkeeper doorkeeper) {
            this.doorkeeper = doorkeeper;
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(doorkeeper).order(Ordered.HIGHEST_PRECEDENCE);
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)
                || request.getDispatcherType() == DispatcherType.ERROR
                || OPEN.contains(request.getServletPath())) {
            return true;
        }
        var permission = Routes.permission(method);
        if (permission.filter(Permission.ANYBODY::equals).isPresent()) {
            return true;
        }
        var what = request.getMethod() + " " + pattern(request);
        if (opens(permission)) {
            permission.ifPresent(asked -> tell(asked, request, what));
            return true;
        }
        var refused = lines.of(request, action(request, what), what, false);
        log.note(person(request).map(one -> refused.about(one, "")).orElse(refused));
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return false;
    }

    private void tell(Permission asked, HttpServletRequest request, String what) {
        var reads = READING.contains(request.getMethod());
        if (asked == Permission.THIS_MACHINE
                || (reads && (asked == Permission.SIGNED_IN || what.endsWith(PROGRESS)))
                || TOLD_WITH_THE_PATIENT.contains(asked)) {
            return;
        }
        var line = lines.of(request, action(request, what), what, reads || !ANSWERS_NOBODY.contains(pattern(request)));
        if (reads && !ABOUT_PERSONS.contains(asked)) {
            log.note(line);
        } else {
            log.keep(line);
        }
    }

    private static LogEntry.Action action(HttpServletRequest request, String what) {
        if (!READING.contains(request.getMethod())) {
            return what.endsWith("/uppdrag")
                    ? LogEntry.Action.ASSIGNMENT
                    : what.endsWith("/export") ? LogEntry.Action.EXPORT : LogEntry.Action.CHANGE;
        }
        return what.endsWith(".{kind}") || what.contains(" /api/") || what.contains(" /fhir/")
                ? LogEntry.Action.EXPORT
                : LogEntry.Action.LOOK;
    }

    /// The patient whose address was asked for.
    private static Optional<UUID> person(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> named
                        && named.get("person") instanceof String written
                ? Given.uuid(written)
                : Optional.empty();
    }

    /// The pattern of the address: what stands in the places of its names may tell of a patient.
    private static String pattern(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String found
                ? found
                : "";
    }

    private boolean opens(Optional<Permission> asked) {
        // What only this machine may do was settled before the request came here.
        return asked.filter(permission -> permission == Permission.THIS_MACHINE || signedIn.may(permission))
                .isPresent();
    }
}
