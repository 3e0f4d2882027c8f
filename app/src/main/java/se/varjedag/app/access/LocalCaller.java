package se.varjedag.app.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.core.env.Environment;
import org.springframework.security.authorization.AuthorizationDecision;
import se.varjedag.app.database.Home;

/// Tells the callers on this machine from all others.
///
/// Reading figures (`/actuator/prometheus`) is open to this machine, and elsewhere to who sends the token in
/// `VARJEDAG_METRICS_TOKEN` as a bearer. Acting (`/local/…`) takes both: this machine, and the token that lies in
/// the home folder where only its owner can read it. A caller behind a proxy on this machine is not this machine.
final class LocalCaller {
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

    private static boolean isThisMachine(HttpServletRequest request) {
        if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null) {
            return false;
        }
        return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
    }

    private static boolean bears(HttpServletRequest request, String token) {
        var sent = request.getHeader("Authorization");
        return sent != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }
}
