package se.varjedag.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;
import se.varjedag.app.database.Backup;
import se.varjedag.app.database.CannotStart;
import se.varjedag.app.database.Restore;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.timeline.Snapshot;

class BackupTest {
    private static final String[] FILE = {
        "person,code,time,region,source,id", "p1,VC010,2023-03-01,01,s,1", "p1,VC050,2023-04-10,01,s,2"
    };

    /// As many as the pool may hold.
    private static final int CONNECTIONS = 10;

    @TempDir
    private Path folder;

    @Test
    void a_backup_made_while_the_system_runs_gives_it_all_back_in_an_empty_home() {
        var backup = folder.resolve("backup");
        try (var first = Installation.started()) {
            first.read("a.csv", FILE);
            assertThat(Backup.write(TestPostgres.open(first.url(), first.home()), first.home(), backup, true))
                    .isEqualTo(2);
        }
        var home = TestPostgres.newHome();
        var url = TestPostgres.newDatabase();
        assertThat(Restore.read(TestPostgres.open(url, home), home, backup, false))
                .isEqualTo(2);

        try (var second = Installation.over(home, url)) {
            assertThat(second.timeline().refresh().pathways().size()).isEqualTo(1);
            // The same key came along: the same file is known to the last row.
            assertThat(second.read("a.csv", FILE).accepted()).isZero();
            assertThat(second.read("b.csv", FILE[0], "p2,VC010,2023-03-01,01,s,3")
                            .accepted())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_backup_can_be_read_by_its_owner_alone_also_in_a_folder_that_was_there() throws IOException {
        var backup = Files.createDirectory(
                folder.resolve("backup"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        try (var installation = Installation.started()) {
            installation.read("a.csv", FILE);
            var definitions = Files.createDirectory(installation.home().folder().resolve("definitions"));
            Files.writeString(definitions.resolve("own.yaml"), "# none yet");
            Backup.write(TestPostgres.open(installation.url(), installation.home()), installation.home(), backup, true);
        }

        try (var files = Files.walk(backup)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as(file.toString())
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_told_in_a_sentence() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "in the way");
        try (var installation = Installation.started()) {
            var database = TestPostgres.open(installation.url(), installation.home());

            assertThatThrownBy(() -> Backup.write(database, installation.home(), file.resolve("backup"), true))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("cannot be written");
        }
    }

    @Test
    void a_restore_while_the_system_runs_is_seen_by_it() {
        var backup = folder.resolve("backup");
        try (var installation = Installation.started()) {
            installation.read("a.csv", FILE);
            var database = TestPostgres.open(installation.url(), installation.home());
            Backup.write(database, installation.home(), backup, true);
            installation.read("b.csv", FILE[0], "p2,VC010,2023-03-01,01,s,3");
            assertThat(installation.timeline().refresh().pathways().size()).isEqualTo(2);

            Restore.read(database, installation.home(), backup, true);

            assertThat(refreshedAfterRestore(installation).pathways().size()).isEqualTo(1);
        }
    }

    /// The restore ends every connection. One that was used a moment ago is handed out once more unseen, so who asks
    /// with it asks again, as the program does when it looks for changes.
    private static Snapshot refreshedAfterRestore(Installation installation) {
        for (int dead = 0; dead < CONNECTIONS; dead++) {
            try {
                return installation.timeline().refresh();
            } catch (DataAccessResourceFailureException _) {
                // The pool has thrown this connection away and has one less of them.
            }
        }
        return installation.timeline().refresh();
    }

    @Test
    void what_is_there_is_replaced_only_when_that_was_confirmed() {
        var backup = folder.resolve("backup");
        try (var installation = Installation.started()) {
            installation.read("a.csv", FILE);
            var database = TestPostgres.open(installation.url(), installation.home());
            Backup.write(database, installation.home(), backup, true);

            assertThatThrownBy(() -> Restore.read(database, installation.home(), backup, false))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("--replace");
            assertThat(installation.count("select count(*) from care_event")).isEqualTo(2);
        }
    }

    @Test
    void a_damaged_backup_changes_nothing() throws IOException {
        var backup = folder.resolve("backup");
        try (var installation = Installation.started()) {
            installation.read("a.csv", FILE);
            var database = TestPostgres.open(installation.url(), installation.home());
            Backup.write(database, installation.home(), backup, true);
            var events = backup.resolve("care_event.copy.gz");
            var bytes = Files.readAllBytes(events);
            bytes[bytes.length / 2] ^= 1;
            Files.write(events, bytes);

            assertThatThrownBy(() -> Restore.read(database, installation.home(), backup, true))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("damaged");
            assertThat(installation.count("select count(*) from care_event")).isEqualTo(2);
        }
    }

    @Test
    void a_backup_without_its_key_says_so_where_the_key_is_not() {
        var backup = folder.resolve("backup");
        try (var installation = Installation.started()) {
            installation.read("a.csv", FILE);
            Backup.write(
                    TestPostgres.open(installation.url(), installation.home()), installation.home(), backup, false);
        }
        var home = TestPostgres.newHome();
        var database = TestPostgres.open(TestPostgres.newDatabase(), home);

        assertThatThrownBy(() -> Restore.read(database, home, backup, false))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("key");
    }

    @Test
    void a_backup_without_its_key_is_not_restored_where_another_key_is_in_use() {
        var backup = folder.resolve("backup");
        try (var first = Installation.started()) {
            first.read("a.csv", FILE);
            Backup.write(TestPostgres.open(first.url(), first.home()), first.home(), backup, false);
        }
        try (var other = Installation.started()) {
            other.read("b.csv", FILE[0], "p2,VC010,2023-03-01,01,s,3");
            var database = TestPostgres.open(other.url(), other.home());

            assertThatThrownBy(() -> Restore.read(database, other.home(), backup, true))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("another");
            assertThat(other.count("select count(*) from care_event")).isEqualTo(1);
        }
    }

    @Test
    void made_up_patients_and_real_ones_never_share_a_database() {
        try (var installation = Installation.started()) {
            installation.read("a.csv", FILE);
            var log = installation.bean(se.varjedag.app.timeline.EventLog.class);

            log.claim(false);
            assertThatThrownBy(() -> log.claim(true))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("demo");
        }
    }

    @Test
    void a_new_version_starts_on_the_database_of_the_first() {
        var home = TestPostgres.newHome();
        var url = TestPostgres.newDatabase();
        Flyway.configure()
                .dataSource(url, TestPostgres.user(), TestPostgres.password())
                .locations("classpath:db/migration")
                .target("1")
                .load()
                .migrate();
        try (var connection = java.sql.DriverManager.getConnection(url, TestPostgres.user(), TestPostgres.password());
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into import_run (file_name, started_by, started, state) values ('a.csv', 'x', now(), 'done');
                    insert into change (number, at, import_run) values (1, now(), 1);
                    insert into care_event values (1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'VC010',
                        '2023-03-01', '', '01', 'region-01', '', '', null, '', 's', '1', 'done', '', null, now(), 1, 1)""");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }

        try (var installation = Installation.over(home, url)) {
            assertThat(installation.timeline().refresh().pathways().size()).isEqualTo(1);
            assertThat(installation.count("select count(*) from installation where simulated"))
                    .isZero();
        }
    }
}
