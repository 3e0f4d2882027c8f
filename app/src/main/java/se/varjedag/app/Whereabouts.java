package se.varjedag.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Properties;
import se.varjedag.app.database.Home;

/// Where a running server is reached from its own machine, as it writes it down in its home.
///
/// @param address the address it listens on, in digits
/// @param pid the id of its process
record Whereabouts(String address, int port, long pid) {

    /// The server that wrote itself down in this home, if its process is alive.
    static Optional<Whereabouts> of(Home home) {
        try {
            if (!Files.exists(home.serverFile())) {
                return Optional.empty();
            }
            var told = new Properties();
            try (var reader = Files.newBufferedReader(home.serverFile(), StandardCharsets.UTF_8)) {
                told.load(reader);
            }
            var found = new Whereabouts(
                    told.getProperty("address", "127.0.0.1"),
                    Integer.parseInt(told.getProperty("port", "0")),
                    Long.parseLong(told.getProperty("pid", "0")));
            return ProcessHandle.of(found.pid).isPresent() ? Optional.of(found) : Optional.empty();
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    void tell(Home home) {
        try {
            Home.writePrivately(home.serverFile(), "address=%s%nport=%d%npid=%d%n".formatted(address, port, pid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes the words away again, unless another server of the same home has written its own since.
    void forget(Home home) {
        if (of(home).filter(this::equals).isEmpty()) {
            return;
        }
        try {
            Files.deleteIfExists(home.serverFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How a program on this machine addresses it. Who listens on every address is reached on the machine's own.
    String base() {
        var listens = InetAddress.ofLiteral(address);
        var reached = listens.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : listens;
        var text = reached.getHostAddress().replace("%", "%25");
        return "http://" + (reached instanceof Inet6Address ? "[" + text + "]" : text) + ":" + port;
    }

    /// The address to open in a browser.
    String shown() {
        var listens = InetAddress.ofLiteral(address);
        return listens.isAnyLocalAddress() || listens.isLoopbackAddress() ? "http://localhost:" + port : base();
    }
}
