package se.varjedag.app.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.core.env.Environment;
import org.springframework.security.authorization.AuthorizationDecision;
import se.varjedag.app.database.Home;

/// Tells the callers on this machine from all others.
///
/// Reading figures (`/actuator/prometheus`) is open to this machine, and elsewhere to who sends the token in
/// `VARJEDAG_METRICS_TOKEN` as a bearer. Acting (`/local/…`) takes both: this machine, and the token that lies in
/// the home folder where only its owner can read it. A caller behind a proxy on this machine is not this machine.
/// Where the server listens on an address of its own, this machine is whoever calls from that very address.
final class LocalCaller {
    private static final String CAME_THROUGH_PROXY = "varjedag.came-through-proxy";

    private final Home home;
    private final String metricsToken;

    LocalCaller(Home home, Environment environment) {
        this.home = home;
        this.metricsToken = environment.getProperty("VARJEDAG_METRICS_TOKEN", "");
    }

    AuthorizationDecision mayRead(HttpServletRequest request) {
        return new AuthorizationDecision(
                isThisMachine(request) || (!metricsToken.isBlank() && bears(request, metricsToken)));
    }

    AuthorizationDecision mayAct(HttpServletRequest request) {
        return new AuthorizationDecision(isThisMachine(request) && bears(request, home.serverToken()));
    }

    static boolean isThisMachine(HttpServletRequest request) {
        if (request.getAttribute(CAME_THROUGH_PROXY) != null) {
            return false;
        }
        var from = InetAddress.ofLiteral(request.getRemoteAddr());
        return from.isLoopbackAddress() || from.equals(InetAddress.ofLiteral(request.getLocalAddr()));
    }

    private static boolean bears(HttpServletRequest request, String token) {
        var sent = request.getHeader("Authorization");
        return sent != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }

    /// Remembers of a request that a proxy brought it, before the server takes its word and the header away.
    static final class Mark extends ValveBase {
        Mark() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null) {
                request.setAttribute(CAME_THROUGH_PROXY, true);
            }
            getNext().invoke(request, response);
        }
    }
}
