package se.varjedag.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.ProviderSignIn;
import se.varjedag.app.database.CannotStart;
import se.varjedag.app.database.Home;

/// `demo` and `serve`: runs until it is told to stop.
final class Server {
    private static final int USUAL_PORT = 8080;
    private static final int HIGHEST_PORT = 65535;

    private Server() {}

    static int run(boolean demo, List<String> arguments) {
        if (!arguments.isEmpty()) {
            return Commands.wrongUsage(
                    "'%s' is not understood: demo and serve take no arguments; the environment says the rest (VARJEDAG_PORT, VARJEDAG_HOME …)."
                            .formatted(arguments.getFirst()));
        }
        var port = port(System.getenv());
        var address = address(System.getenv());
        var proxies = TrustedProxies.nets(System.getenv().getOrDefault("VARJEDAG_PROXIES", ""));
        requireFree(address, port);
        requireAlone();
        var stopped = new CountDownLatch(1);
        var context = new SpringApplicationBuilder(VarjeDagApplication.class)
                .properties(Map.of(
                        "varjedag.demo", String.valueOf(demo),
                        "server.port", String.valueOf(port),
                        "server.address", address.getHostAddress(),
                        "varjedag.proxies", proxies))
                .logStartupInfo(false)
                .listeners((ApplicationListener<ContextClosedEvent>) _ -> stopped.countDown())
                .run();
        var home = context.getBean(Home.class);
        var here = new Whereabouts(
                address.getHostAddress(), port, ProcessHandle.current().pid());
        here.tell(home);
        Terminal.say(Terminal.in("Öppna", "Öppna (open)") + " " + here.shown());
        if (!demo
                && context.getBean(Accounts.class).none()
                && !context.getBean(ProviderSignIn.class).isThere()) {
            Terminal.say(
                    Terminal.in(
                            "Ingen kan logga in än. Skapa ett konto: ./varjedag serve --new-account NAMN --role process-leader@05",
                            "Nobody can sign in yet. Make an account: ./varjedag serve --new-account NAME --role process-leader@05"));
        }
        try {
            stopped.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            here.forget(home);
        }
        return Commands.DONE;
    }

    private static int port(Map<String, String> environment) {
        var text = environment.getOrDefault("VARJEDAG_PORT", "");
        if (text.isBlank()) {
            return USUAL_PORT;
        }
        try {
            var port = Integer.parseInt(text.strip());
            if (port > 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException _) {
            // Said below, as for a number that is no port.
        }
        throw new CannotStart("VARJEDAG_PORT is '%s': write a port number from 1 to %d.".formatted(text, HIGHEST_PORT));
    }

    private static InetAddress address(Map<String, String> environment) {
        var text = environment.getOrDefault("VARJEDAG_ADDRESS", "");
        try {
            return InetAddress.getByName(text.isBlank() ? "127.0.0.1" : text.strip());
        } catch (UnknownHostException e) {
            throw new CannotStart(
                    "VARJEDAG_ADDRESS is '%s', which is no address. Write one that this machine has, such as 10.0.0.5, or 0.0.0.0 for all of them."
                            .formatted(text),
                    e);
        }
    }

    private static void requireFree(InetAddress address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new CannotStart(
                    "Port %d on %s cannot be used (%s). Stop what uses it, or name another: VARJEDAG_PORT=%d ./varjedag demo"
                            .formatted(port, address.getHostAddress(), e.getMessage(), port + 1),
                    e);
        }
    }

    /// Said before anything is started: the built-in PostgreSQL has one program at a time.
    private static void requireAlone() {
        if (System.getenv().getOrDefault("VARJEDAG_DB_URL", "").isBlank()) {
            Home.of(System.getenv()).requireFree();
        }
    }
}
