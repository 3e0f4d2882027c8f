package se.varjedag.app.identity;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.varjedag.app.database.Home;
import se.varjedag.app.database.Sha256;
import se.varjedag.app.timeline.Timeline;

/// Events and pathways handed out to projects, with pseudonyms of the project's own, and the record of what was handed
/// out. Nothing is handed out before its record is in the database.
@Component
public class Exports {
    private static final int SALT = 16;
    private static final int LATEST = 100;

    private final JdbcClient database;
    private final Home home;
    private final Timeline timeline;

    Exports(JdbcClient database, Home home, Timeline timeline) {
        this.database = database;
        this.home = home;
        this.timeline = timeline;
    }

    /// What is handed out.
    public enum What {
        EVENTS("events"),
        PATHWAYS("pathways");

        private final String key;

        What(String key) {
            this.key = key;
        }

        /// How it is written in the database and in the names of files.
        public String key() {
            return key;
        }
    }

    /// A project that data were handed out to, or may be.
    public record Project(long id, String name) {}

    /// What was handed out.
    public record Done(
            String project,
            String what,
            LocalDate from,
            LocalDate to,
            long lines,
            long persons,
            String sha256,
            String by,
            Instant at) {}

    /// A file that is to be handed out and then deleted.
    public record Ready(Path file, String name) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public List<Project> projects() {
        return database.sql("select id, name from export_project order by name")
                .query((row, number) -> new Project(row.getLong("id"), row.getString("name")))
                .list();
    }

    /// The project of this name; made, with a key of its own, where there is none.
    public Project project(String name, String by, Instant at) {
        var salt = new byte[SALT];
        System.arraycopy(IdentityKey.random(), 0, salt, 0, SALT);
        database.sql("""
                        insert into export_project (name, salt, made_by, made) values (?, ?, ?, ?)
                        on conflict (name) do nothing""").params(name, salt, by, Timestamp.from(at)).update();
        return database.sql("select id, name from export_project where name = ?")
                .param(name)
                .query((row, number) -> new Project(row.getLong("id"), row.getString("name")))
                .single();
    }

    /// Makes the file of a project and writes down that it is handed out. Of events those whose day lies in the period,
    /// of pathways those that began in it.
    public Ready export(Project project, What what, LocalDate from, LocalDate to, String by, Instant at) {
        var salt = database.sql("select salt from export_project where id = ?")
                .param(project.id())
                .query(byte[].class)
                .single();
        var rows = new ExportedRows(
                timeline.snapshot().pathways(), new ProjectPseudonyms(home.pseudonymKey(), salt), from, to);
        var ready = new Ready(newFile(), "%s-%d-%s-%s.csv".formatted(what.key(), project.id(), from, to));
        try {
            var sha256 = write(ready.file(), rows, what);
            database.sql("""
                            insert into export_done
                                (project, what, from_day, to_day, lines, persons, sha256, by_whom, at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            project.id(),
                            what.key(),
                            from,
                            to,
                            rows.lines(),
                            rows.persons(),
                            sha256,
                            by,
                            Timestamp.from(at))
                    .update();
            return ready;
        } catch (IOException e) {
            ready.close();
            throw new UncheckedIOException("The file could not be written", e);
        } catch (RuntimeException e) {
            ready.close();
            throw e;
        }
    }

    private static String write(Path file, ExportedRows rows, What what) throws IOException {
        var digest = Sha256.sum();
        try (var out = new BufferedWriter(new OutputStreamWriter(
                new DigestOutputStream(Files.newOutputStream(file), digest), StandardCharsets.UTF_8))) {
            switch (what) {
                case EVENTS -> rows.events(out);
                case PATHWAYS -> rows.pathways(out);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private Path newFile() {
        try {
            var folder = home.folder().resolve("exporting");
            Home.folderPrivately(folder);
            return Files.createTempFile(folder, "file", ".csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What was handed out last, the newest first.
    public List<Done> done() {
        return database.sql("""
                        select p.name as project, what, from_day, to_day, lines, persons, sha256, by_whom, at
                        from export_done e join export_project p on p.id = e.project order by e.id desc limit ?""")
                .param(LATEST)
                .query((row, number) -> new Done(
                        row.getString("project"),
                        row.getString("what"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getLong("lines"),
                        row.getLong("persons"),
                        row.getString("sha256"),
                        row.getString("by_whom"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
