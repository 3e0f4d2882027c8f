package se.varjedag.app;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import se.varjedag.app.database.Home;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.intake.ImportRun;
import se.varjedag.app.intake.Imports;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.app.written.Written;

/// A whole installation for a test, over a database of its own.
public final class Installation implements AutoCloseable {
    private final Home home;
    private final String url;
    private final ConfigurableApplicationContext context;

    private Installation(Home home, String url, WebApplicationType type, List<String> more) {
        this(home, url, type, more, _ -> {});
    }

    private Installation(
            Home home,
            String url,
            WebApplicationType type,
            List<String> more,
            ApplicationContextInitializer<ConfigurableApplicationContext> added) {
        this.home = home;
        this.url = url;
        var arguments = new ArrayList<>(List.of(
                "--VARJEDAG_HOME=" + home.folder(),
                "--VARJEDAG_DB_URL=" + url,
                "--VARJEDAG_DB_USER=" + TestPostgres.user(),
                "--VARJEDAG_DB_PASSWORD=" + TestPostgres.password(),
                "--varjedag.first-look=false"));
        if (more.stream().noneMatch(one -> one.startsWith("--server.port="))) {
            arguments.add("--server.port=0");
        }
        arguments.addAll(more);
        context = new SpringApplicationBuilder(VarjeDagApplication.class)
                .web(type)
                .lazyInitialization(type == WebApplicationType.NONE)
                .logStartupInfo(false)
                .initializers(added)
                .run(arguments.toArray(String[]::new));
    }

    /// A new installation without pages; the timeline follows when it is asked to.
    public static Installation started() {
        return over(TestPostgres.newHome(), TestPostgres.newDatabase());
    }

    public static Installation over(Home home, String url) {
        return new Installation(home, url, WebApplicationType.NONE, List.of("--varjedag.command=test"));
    }

    /// A new installation with its pages, on a free port.
    public static Installation serving(Home home, String... more) {
        return new Installation(home, TestPostgres.newDatabase(), WebApplicationType.SERVLET, List.of(more));
    }

    /// The same with something added to it that the product does not have, such as a page that breaks.
    public static Installation servingWith(
            Home home, ApplicationContextInitializer<ConfigurableApplicationContext> added, String... more) {
        return new Installation(home, TestPostgres.newDatabase(), WebApplicationType.SERVLET, List.of(more), added);
    }

    /// An installation with its pages over a database that is there.
    public static Installation servingOver(Home home, String url, String... more) {
        return new Installation(home, url, WebApplicationType.SERVLET, List.of(more));
    }

    /// Makes the database as on the first day again.
    public void empty() {
        database().sql("drop schema public cascade").update();
        database().sql("create schema public").update();
        bean(Flyway.class).migrate();
        for (var beside : List.of("access-log.head", "access-log.lost", "restored")) {
            forget(home().folder().resolve(beside));
        }
        timeline().refresh();
    }

    private static void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ImportRun read(String name, String... lines) {
        return read(name, false, lines);
    }

    public ImportRun read(String name, boolean complete, String... lines) {
        return readBytes(name, complete, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public ImportRun readBytes(String name, boolean complete, byte[] bytes) {
        return bean(Imports.class)
                .readNow(new ByteArrayInputStream(bytes), name, new Imports.Options("test", complete));
    }

    public Timeline timeline() {
        return bean(Timeline.class);
    }

    public long count(String sql) {
        return database().sql(sql).query(Long.class).single();
    }

    public JdbcClient database() {
        return bean(JdbcClient.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// Every part of this type that the installation has.
    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /// What answers the pages' requests.
    public RequestMappingHandlerMapping handlers() {
        return context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    }

    public int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public Home home() {
        return home;
    }

    public String url() {
        return url;
    }

    @Override
    public void close() {
        context.getBeansOfType(PrometheusMeterRegistry.class)
                .values()
                .forEach(registry -> Written.leave(registry.scrape(), home, TestPostgres.password()));
        context.close();
    }
}
