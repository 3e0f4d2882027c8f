package se.varjedag.app.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import se.varjedag.app.VarjeDagApplication;

/// The whole system with a small simulated Sweden, started once for all journeys.
final class Demo {

    private static final Demo ONLY = new Demo();

    private final ConfigurableApplicationContext system;
    private final int port;

    private Demo() {
        try {
            var home = Files.createTempDirectory("varjedag-journey");
            system = new SpringApplicationBuilder(VarjeDagApplication.class)
                    .properties(
                            "varjedag.demo=true",
                            "varjedag.demo.scale=0.02",
                            "varjedag.demo.years=2",
                            "varjedag.demo.until=2024-12-31",
                            "server.address=127.0.0.1",
                            "server.port=0",
                            "VARJEDAG_HOME=" + home,
                            "VARJEDAG_LANG=sv")
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!(system instanceof ServletWebServerApplicationContext web) || web.getWebServer() == null) {
            throw new IllegalStateException("The demo has no web server");
        }
        port = web.getWebServer().getPort();
    }

    /// Starts it if it does not run yet; it stops with the program.
    static Demo running() {
        return ONLY;
    }

    String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
