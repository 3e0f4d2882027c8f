package se.varjedag.app.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;

/// Stands before every method that answers a request, and lets through who has the permission it asks for. A method
/// that asks for none lets nobody through.
@Component
class Doorkeeper implements HandlerInterceptor {

    /// What is there before anybody has signed in. The same addresses are open in the rules of sign-in.
    static final Set<String> OPEN =
            Set.of("/login", "/login/demo", "/language", "/error", "/api/v1/openapi.json", "/ut");

    private final SignedIn signedIn;

    Doorkeeper(SignedIn signedIn) {
        this.signedIn = signedIn;
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
        if (opens(Routes.permission(method))) {
            return true;
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return false;
    }

    private boolean opens(Optional<Permission> asked) {
        // What only this machine may do was settled before the request came here.
        return asked.filter(permission -> permission == Permission.THIS_MACHINE || signedIn.may(permission))
                .isPresent();
    }
}
