package se.varjedag.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.varjedag.app.Installation;

class AccessLogTest {
    private static Installation installation;

    @BeforeAll
    static void start() {
        installation = Installation.started();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @BeforeEach
    void hundred_lines() {
        installation.empty();
        for (int line = 1; line <= 100; line++) {
            log().keep(entry("look " + line));
        }
    }

    private static AccessLog log() {
        return installation.bean(AccessLog.class);
    }

    private static LogChain.Verdict verified() {
        return installation.bean(LogChain.class).verify();
    }

    private static LogEntry entry(String why) {
        return new LogEntry(
                Instant.parse("2026-11-21T10:00:00.123456789Z"),
                "anna",
                "Anna Analytiker",
                "analyst",
                "05",
                LogEntry.Action.LOOK,
                "GET /folj-upp/flaskhalsar/patienter",
                why,
                Optional.of(UUID.fromString("00000000-0000-0000-0000-00000000002a")),
                "U1",
                "192.0.2.7",
                true);
    }

    /// What somebody does who has the whole database and no key.
    private static void tamper(String sql) {
        installation
                .database()
                .sql("alter table access_log disable trigger all")
                .update();
        installation.database().sql(sql).update();
        installation.database().sql("alter table access_log enable trigger all").update();
    }

    @Test
    void what_was_written_is_whole_and_says_what_it_said() {
        assertThat(verified()).isEqualTo(new LogChain.Verdict(100, Optional.empty(), 0, List.of()));

        var query = new LogSearch.Query(
                LogReach.EVERYTHING,
                LocalDate.of(2026, 11, 21),
                LocalDate.of(2026, 11, 21),
                "analytiker",
                entry("").person(),
                Optional.of(LogEntry.Action.LOOK),
                false);
        var search = installation.bean(LogSearch.class);
        assertThat(search.count(query)).isEqualTo(100);
        assertThat(search.lines(query, 0, 1)).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo(100);
            assertThat(line.entry().why()).isEqualTo("look 100");
            assertThat(line.entry().at()).isEqualTo(Instant.parse("2026-11-21T10:00:00.123456Z"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "why = 'look 18'",
                "at = at + interval '1 microsecond'",
                "who = 'annb'",
                "name = 'Anna Analytikes'",
                "acted_as = 'analysu'",
                "place = '06'",
                "action = 'print'",
                "what = 'GET /folj-upp/flaskhalsar/patientes'",
                "person = '00000000-0000-0000-0000-00000000002b'",
                "person = null",
                "unit = 'U2'",
                "origin = '192.0.2.8'",
                "allowed = false",
                "seal = reverse(seal)",
                "number = 1017"
            })
    void one_byte_of_an_old_row_that_is_changed_is_found_and_named(String change) {
        tamper("update access_log set " + change + " where number = 17");

        var verdict = verified();

        assertThat(verdict.found()).isPresent();
        assertThat(verdict.number()).isEqualTo(17);
    }

    @Test
    void a_row_that_was_taken_away_is_named() {
        tamper("delete from access_log where number = 50");

        assertThat(verified()).isEqualTo(new LogChain.Verdict(99, Optional.of(LogChain.Break.MISSING), 50, List.of()));
    }

    @Test
    void rows_taken_from_the_end_are_noticed_too() {
        tamper("delete from access_log where number > 90");

        assertThat(verified()).isEqualTo(new LogChain.Verdict(90, Optional.of(LogChain.Break.MISSING), 91, List.of()));
    }

    @Test
    void rows_taken_from_the_end_are_noticed_when_new_ones_have_their_numbers_too() {
        tamper("delete from access_log where number > 90");
        for (int line = 1; line <= 20; line++) {
            log().keep(entry("look again " + line));
        }

        assertThat(verified()).isEqualTo(new LogChain.Verdict(110, Optional.of(LogChain.Break.MISSING), 91, List.of()));
    }

    @Test
    void what_an_older_backup_took_the_place_of_is_told_and_breaks_nothing() throws IOException {
        tamper("delete from access_log where number > 90");
        Files.writeString(installation.home().restored(), "2026-11-21T10:00:00Z 90\n");

        assertThat(verified().found()).isEmpty();
        assertThat(verified().replaced()).singleElement().satisfies(gone -> {
            assertThat(gone.from()).isEqualTo(91);
            assertThat(gone.to()).isEqualTo(100);
        });

        log().keep(entry("after the restore"));
        assertThat(verified().rows()).isEqualTo(91);
        assertThat(verified().found()).isEmpty();
        assertThat(verified().replaced()).hasSize(1);

        tamper("delete from access_log where number > 80");
        log().keep(entry("after somebody was at it"));
        assertThat(verified().found()).contains(LogChain.Break.MISSING);
        assertThat(verified().number()).isEqualTo(81);
    }

    @Test
    void rows_cut_off_after_a_restore_are_not_taken_for_what_the_restore_replaced() throws IOException {
        tamper("delete from access_log where number > 80");
        Files.writeString(installation.home().restored(), "2026-11-21T10:00:00Z 90\n");

        assertThat(verified().found()).contains(LogChain.Break.MISSING);
        assertThat(verified().number()).isEqualTo(81);
    }

    @Test
    void a_server_that_is_behind_another_with_the_same_home_misses_nothing() {
        var seals = installation
                .database()
                .sql("select seal from access_log where number = 95")
                .query(String.class)
                .single();
        new LogHead(installation.home()).remember(95, 95, seals, known -> known.number() == 100);

        assertThat(verified()).isEqualTo(new LogChain.Verdict(100, Optional.empty(), 0, List.of()));
    }

    @Test
    void a_row_put_in_between_does_not_pass() {
        tamper("update access_log set number = number + 1000 where number > 50");
        tamper("insert into access_log select 51, at, who, name, acted_as, place, action, what, 'forged', person, unit,"
                + " origin, allowed, seal from access_log where number = 50");
        tamper("update access_log set number = number - 999 where number > 1000");

        assertThat(verified().found()).contains(LogChain.Break.CHANGED);
        assertThat(verified().number()).isEqualTo(51);
    }

    @Test
    void the_database_itself_lets_nobody_change_a_row() {
        for (var sql : List.of(
                "update access_log set why = '' where number = 1",
                "delete from access_log",
                "truncate access_log cascade")) {
            assertThatThrownBy(() -> installation.database().sql(sql).update())
                    .as(sql)
                    .hasMessageContaining("only grows");
        }
    }

    @Test
    void many_at_once_make_one_chain_without_a_gap() throws Exception {
        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            var numbers = many.invokeAll(IntStream.range(0, 300)
                    .mapToObj(at -> (Callable<Long>) () -> log().keep(entry("many " + at)))
                    .toList());
            assertThat(numbers.stream().map(Future::resultNow))
                    .doesNotHaveDuplicates()
                    .hasSize(300);
        }
        assertThat(verified()).isEqualTo(new LogChain.Verdict(400, Optional.empty(), 0, List.of()));
    }

    @Test
    void a_character_that_the_database_refuses_costs_no_line() {
        log().keep(entry("zero \0 in it"));

        assertThat(verified()).isEqualTo(new LogChain.Verdict(101, Optional.empty(), 0, List.of()));
    }

    @Test
    void nothing_is_said_to_be_kept_that_is_not() {
        installation
                .database()
                .sql("alter table access_log add constraint refused check (why <> 'lost')")
                .update();
        try {
            assertThatThrownBy(() -> log().keep(entry("lost"))).isInstanceOf(AccessLog.NotLogged.class);
        } finally {
            installation
                    .database()
                    .sql("alter table access_log drop constraint refused")
                    .update();
        }
        assertThat(log().keep(entry("kept"))).isEqualTo(101);
    }
}
