package se.varjedag.app.journey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import se.varjedag.app.VarjeDagApplication;
import se.varjedag.app.access.DemoPatient;
import se.varjedag.app.coordination.Covers;
import se.varjedag.app.intake.Imports;
import se.varjedag.app.timeline.Loading;
import se.varjedag.app.timeline.Timeline;

/// The whole system with a small simulated Sweden, started once for all journeys.
final class Demo {

    private static final int ROUNDS = 600;
    private static final Duration PAUSE = Duration.ofMillis(300);
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

    /// Waits until all of the made-up Sweden is there, and what its staff have done.
    Demo loaded() {
        var covers = bean(Covers.class);
        for (int round = 0; round < ROUNDS; round++) {
            if (!covers.at(DemoPatient.CLINIC, LocalDate.MIN).isEmpty()
                    && bean(Timeline.class).loading().equals(Loading.NOTHING)) {
                return this;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException("The demo was not read in within " + PAUSE.multipliedBy(ROUNDS));
    }

    /// Reads events in, of days among those of the demo: later ones would move what every page counts to.
    void read(String name, String... lines) {
        var all = "person,code,time,region,unit,pathway,source,id\n" + String.join("\n", lines) + "\n";
        bean(Imports.class)
                .readNow(
                        new ByteArrayInputStream(all.getBytes(StandardCharsets.UTF_8)),
                        name,
                        new Imports.Options("resa", false));
        bean(Timeline.class).refresh();
    }

    <T> T bean(Class<T> type) {
        return system.getBean(type);
    }

    String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
