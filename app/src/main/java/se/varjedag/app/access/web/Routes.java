package se.varjedag.app.access.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;

/// Which permission each address asks for, as its method says.
@Component
class Routes {
    private final ObjectProvider<RequestMappingHandlerMapping> mapping;

    /// Asked for by the menu on every page, of a handful of addresses.
    private final Map<String, Optional<Permission>> known = new ConcurrentHashMap<>();

    Routes(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    /// What a method asks for: its own word, otherwise its controller's; empty where neither says anything.
    static Optional<Permission> permission(HandlerMethod handler) {
        var own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Allowed.class);
        var said = own == null ? AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Allowed.class) : own;
        return Optional.ofNullable(said).map(Allowed::value);
    }

    /// What it takes to open the page at this address; empty where no page is.
    Optional<Permission> permission(String path) {
        return known.computeIfAbsent(path, this::look);
    }

    private Optional<Permission> look(String path) {
        return nearest(path, Routes::readers);
    }

    /// What it takes to send a file to this address; empty where none is taken. Not remembered, for anybody may ask for
    /// any address.
    Optional<Permission> permissionOfFiles(String path) {
        return nearest(path, Routes::takersOfFiles);
    }

    private Optional<Permission> nearest(String path, Function<RequestMappingInfo, Set<PathPattern>> patterns) {
        var address = PathContainer.parsePath(path);
        PathPattern nearest = null;
        HandlerMethod found = null;
        for (var route : all().entrySet()) {
            for (var pattern : patterns.apply(route.getKey())) {
                if (pattern.matches(address) && (nearest == null || pattern.compareTo(nearest) < 0)) {
                    nearest = pattern;
                    found = route.getValue();
                }
            }
        }
        return Optional.ofNullable(found).flatMap(Routes::permission);
    }

    private Map<RequestMappingInfo, HandlerMethod> all() {
        var made = mapping.getIfAvailable();
        return made == null ? Map.of() : made.getHandlerMethods();
    }

    /// The addresses that a method answers when somebody reads.
    private static Set<PathPattern> readers(RequestMappingInfo route) {
        var methods = route.getMethodsCondition().getMethods();
        var patterns = route.getPathPatternsCondition();
        return patterns != null && (methods.isEmpty() || methods.contains(RequestMethod.GET))
                ? patterns.getPatterns()
                : Set.of();
    }

    private static Set<PathPattern> takersOfFiles(RequestMappingInfo route) {
        var patterns = route.getPathPatternsCondition();
        return patterns != null
                        && route.getConsumesCondition()
                                .getConsumableMediaTypes()
                                .contains(MediaType.MULTIPART_FORM_DATA)
                ? patterns.getPatterns()
                : Set.of();
    }
}
