package se.varjedag.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import se.varjedag.app.Installation;
import se.varjedag.app.database.Backup;
import se.varjedag.app.database.CannotStart;
import se.varjedag.app.database.Restore;
import se.varjedag.app.database.TestPostgres;

/// All numbers are among the tax agency's official test numbers.
class KeyRotationTest {
    private static final String[] FILE = {
        "person,code,time",
        "201901012391,VC010,2023-03-01",
        "201902062395,VC010,2023-03-02",
        "191401682396,VC010,2023-03-03"
    };

    private Installation installation;

    @TempDir
    Path folder;

    @BeforeEach
    void three_persons_are_kept() {
        installation = Installation.started();
        installation.read("a.csv", FILE);
    }

    @AfterEach
    void stop() {
        installation.close();
    }

    private long keptWith(String key) {
        return installation
                .database()
                .sql("select count(*) from person_identity where key_id = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    @Test
    void a_new_key_encrypts_everything_anew_and_the_old_one_may_then_be_lacking() throws IOException {
        var rotation = installation.bean(KeyRotation.class);
        var before = rotation.progress();
        rotation.newKey();
        var between = rotation.progress();
        var after = rotation.run();

        assertThat(before.left()).isZero();
        assertThat(between).isEqualTo(new KeyRotation.Progress(between.newest(), 3, 3));
        assertThat(after).isEqualTo(new KeyRotation.Progress(between.newest(), 0, 3));
        assertThat(before.newest()).isNotEqualTo(after.newest());
        assertThat(keptWith(after.newest())).isEqualTo(3);
        var file = installation.home().identityKeys();
        var keys = Files.readAllLines(file);
        assertThat(keys).hasSize(2);
        Files.writeString(file, keys.getFirst());
        try (var next = Installation.over(installation.home(), installation.url())) {
            assertThat(next.bean(Identities.class).withNumber("201901012391")).isPresent();
        }
    }

    @Test
    void what_a_sudden_stop_left_is_readable_and_is_encrypted_anew_by_the_next_program() {
        var rotation = installation.bean(KeyRotation.class);
        rotation.newKey();
        installation.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
            var stored = installation.bean(StoredIdentities.class);
            stored.replace(stored.otherThan(rotation.progress().newest(), 1));
        });

        try (var next = Installation.over(installation.home(), installation.url())) {
            var identities = next.bean(Identities.class);
            for (var number : List.of("201901012391", "201902062395", "191401682396")) {
                assertThat(identities.shown(identities.withNumber(number).orElseThrow()))
                        .isInstanceOfSatisfying(
                                Shown.Known.class,
                                known -> assertThat(known.number().digits()).isEqualTo(number));
            }
            var onward = next.bean(KeyRotation.class);
            assertThat(onward.progress().left()).isEqualTo(2);
            assertThat(onward.unfinished()).isTrue();
            assertThat(onward.run().left()).isZero();
            assertThat(onward.unfinished()).isFalse();
        }
    }

    @Test
    void the_program_whose_keys_were_read_before_still_reads_what_another_has_encrypted_anew() {
        try (var other = Installation.over(installation.home(), installation.url())) {
            other.bean(KeyRotation.class).newKey();
            other.bean(KeyRotation.class).run();
        }

        var identities = installation.bean(Identities.class);
        assertThat(identities.shown(identities.withNumber("191401682396").orElseThrow()))
                .isInstanceOf(Shown.Known.class);
    }

    @Test
    void a_missing_key_is_told_in_one_sentence_at_the_start() throws IOException {
        Files.delete(installation.home().identityKeys());

        assertThatThrownBy(this::startAgain).hasStackTraceContaining("encrypted with a key (");
        assertThat(installation.home().identityKeys()).doesNotExist();
    }

    @Test
    void a_wrong_key_is_told_in_one_sentence_at_the_start() throws IOException {
        Files.writeString(installation.home().identityKeys(), HexFormat.of().formatHex(IdentityKey.random()));
        assertThatThrownBy(this::startAgain).hasStackTraceContaining("encrypted with a key (");

        Files.writeString(installation.home().identityKeys(), "not a key");
        assertThatThrownBy(this::startAgain)
                .hasRootCauseInstanceOf(CannotStart.class)
                .hasStackTraceContaining("64 hexadecimal digits");
    }

    private void startAgain() {
        try (var next = Installation.over(installation.home(), installation.url())) {
            next.bean(Identities.class);
        }
    }

    @Test
    void keys_may_come_from_the_environment_and_the_newest_there_encrypts() throws IOException {
        var old = Files.readString(installation.home().identityKeys()).strip();
        var newest = HexFormat.of().formatHex(IdentityKey.random());
        Files.delete(installation.home().identityKeys());

        try (var next = Installation.servingOver(
                installation.home(), installation.url(), "--VARJEDAG_IDENTITY_KEYS=" + newest + "," + old)) {
            var rotation = next.bean(KeyRotation.class);
            assertThat(rotation.makesKeys()).isFalse();
            assertThat(rotation.run().left()).isZero();
            assertThat(keptWith(new IdentityKey(HexFormat.of().parseHex(newest)).id()))
                    .isEqualTo(3);
        }
        assertThat(installation.home().identityKeys()).doesNotExist();
    }

    @Test
    void a_backup_holds_the_keys_and_brings_them_along() {
        var backup = folder.resolve("backup");
        Backup.write(TestPostgres.open(installation.url(), installation.home()), installation.home(), backup, true);
        var home = TestPostgres.newHome();
        var url = TestPostgres.newDatabase();
        Restore.read(TestPostgres.open(url, home), home, backup, true);

        try (var restored = Installation.over(home, url)) {
            var identities = restored.bean(Identities.class);
            assertThat(identities.shown(identities.withNumber("191401682396").orElseThrow()))
                    .isInstanceOf(Shown.Known.class);
        }
        assertThat(backup.resolve("identity.keys")).exists();
    }

    @Test
    void a_backup_without_keys_has_none_of_them() {
        var backup = folder.resolve("backup");
        Backup.write(TestPostgres.open(installation.url(), installation.home()), installation.home(), backup, false);

        assertThat(backup.resolve("identity.keys")).doesNotExist();
        assertThat(backup.resolve("pseudonym.key")).doesNotExist();
    }
}
