package se.varjedag.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.varjedag.app.intake.ImportRun.State;
import se.varjedag.app.intake.Imports;
import se.varjedag.pathway.trace.TracedPathways;

class ImportsTest {
    private static final String HEADER = "person,code,time,region,unit,source,id,status,registered";
    private static final String START = "p1,VC010,2023-03-01,01,U1,s,1,,2023-03-01T10:00:00Z";
    private static final String END = "p1,VC050,2023-04-10,01,U1,s,2,,2023-04-10T10:00:00Z";

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
    void nothing_is_known() {
        installation.empty();
    }

    private TracedPathways pathways() {
        return installation.timeline().refresh().pathways();
    }

    @Test
    void a_file_becomes_pathways() {
        var run = installation.read("a.csv", HEADER, START, END);

        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.accepted()).isEqualTo(2);
        assertThat(pathways().size()).isEqualTo(1);
        assertThat(pathways().end(0) - pathways().start(0)).isEqualTo(40);
    }

    @Test
    void a_wrong_identity_number_among_right_ones_is_told() {
        var run = installation.read(
                "a.csv",
                HEADER,
                START.replace("p1", "201901012391"),
                END.replace("p1", "191401682396"),
                END.replace("p1", "201901012392").replace(",2,", ",3,"));

        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.english())
                .startsWith("3 rows: 3 new")
                .contains("1 of 3 are not valid, the first on line 4")
                .doesNotContain("201901012392");
        assertThat(run.swedish()).startsWith("3 rader: 3 nya").contains("pseudonymer");
    }

    @Test
    void the_same_file_again_adds_nothing() {
        installation.read("a.csv", HEADER, START, END);
        var again = installation.read("a.csv", HEADER, START, END);

        assertThat(again.accepted()).isZero();
        assertThat(again.duplicates()).isEqualTo(2);
        assertThat(installation.count("select count(*) from care_event")).isEqualTo(2);
        assertThat(pathways().size()).isEqualTo(1);
    }

    @Test
    void a_correction_supersedes_and_the_older_version_stays() {
        installation.read("a.csv", HEADER, START, END);
        installation.read("b.csv", HEADER, END.replace("2023-04-10,", "2023-04-20,"));

        assertThat(pathways().end(0)).isEqualTo((int) LocalDate.of(2023, 4, 20).toEpochDay());
        assertThat(installation.count("select count(*) from care_event")).isEqualTo(3);
        assertThat(installation.count("select count(*) from superseded")).isEqualTo(1);
    }

    @Test
    void a_correction_taken_back_is_the_current_version_again() {
        installation.read("a.csv", HEADER, START, END);
        installation.read("b.csv", HEADER, END.replace("2023-04-10,", "2023-04-20,"));
        installation.read("c.csv", HEADER, END);

        assertThat(pathways().end(0)).isEqualTo((int) LocalDate.of(2023, 4, 10).toEpochDay());
    }

    @Test
    void a_withdrawn_event_no_longer_counts() {
        installation.read("a.csv", HEADER, START, END);
        installation.read("b.csv", HEADER, END.replace(",,2023", ",withdrawn,2023"));

        assertThat(pathways().end(0)).isEqualTo(TracedPathways.NONE);
    }

    @Test
    void a_complete_delivery_withdraws_what_it_lacks_within_its_span_of_dates() {
        installation.read(
                "a.csv", HEADER, START, END, "p2,VC010,2023-03-05,01,U1,s,3,,", "p3,VC010,2023-06-01,01,U1,s,4,,");
        var complete = installation.read("b.csv", true, HEADER, START, END);

        assertThat(complete.withdrawn()).isEqualTo(1);
        assertThat(pathways().size()).isEqualTo(2);
    }

    @Test
    void a_complete_delivery_with_rejected_rows_withdraws_nothing() {
        installation.read("a.csv", HEADER, START, END);
        var complete = installation.read(
                "b.csv", true, HEADER, START, "p1,VC050,2023-02-30,01,U1,s,2,,", "p9,VC010,2023-05-01,01,U1,s,9,,");

        assertThat(complete.withdrawn()).isZero();
        // The order of persons is that of their pseudonyms, and every home has a key of its own.
        var pathways = pathways();
        assertThat(IntStream.range(0, pathways.size()).map(pathways::end)).containsOnlyOnce(TracedPathways.NONE);
    }

    @Test
    void what_was_known_at_a_moment_gives_that_moments_pathways() {
        installation.read("a.csv", HEADER, START, END);
        var now = pathways();
        var before =
                installation.timeline().pathways(Optional.empty(), Optional.of(Instant.parse("2023-04-01T00:00:00Z")));

        assertThat(now.end(0)).isNotEqualTo(TracedPathways.NONE);
        assertThat(before.end(0)).isEqualTo(TracedPathways.NONE);
    }

    @Test
    void what_was_known_after_a_change_is_had_again_by_the_moment_of_that_change() {
        installation.read("a.csv", HEADER, "p1,VC010,2023-03-01,01,U1,s,1,,");
        var first = installation.timeline().refresh();
        installation.read("b.csv", HEADER, "p2,VC010,2023-03-01,01,U1,s,2,,");

        assertThat(pathways().size()).isEqualTo(2);
        assertThat(installation
                        .timeline()
                        .pathways(Optional.empty(), Optional.of(first.knownAt()))
                        .size())
                .isEqualTo(1);
        // Learnt when it could be seen, not when its file began to be read: nothing comes into a past that was shown.
        assertThat(installation.count("""
                        select count(*) from care_event e join import_run r on r.id = e.import_run
                        where e.learnt <= r.started""")).isZero();
        assertThat(installation.count("""
                        select count(*) from change a join change b on b.number > a.number and b.at <= a.at""")).isZero();
    }

    @Test
    void only_the_persons_an_import_touched_are_traced_again() {
        var others = IntStream.range(0, 40)
                .mapToObj(i -> "o%d,VC010,2023-01-%02d,01,U1,s,o%d,,".formatted(i, 1 + i % 28, i))
                .toArray(String[]::new);
        installation.read("a.csv", HEADER, START, END, "p2,VC010,2023-03-05,01,U1,s,3,,");
        installation.read("b.csv", lines(HEADER, others));
        var all = installation.timeline().refresh();
        installation.read("c.csv", HEADER, "p2,VC050,2023-04-20,14,U9,s,4,,", "new,VE010,2023-04-21,14,U9,s,5,,");
        var after = installation.timeline().refresh();

        assertThat(all.tracedAgain()).isEqualTo(42);
        assertThat(after.tracedAgain()).isEqualTo(2);
        assertThat(lines(after.pathways())).isEqualTo(lines(tracedAnew()));
        assertThat(after.pathways().size()).isEqualTo(43);
    }

    @Test
    void whom_an_event_moved_away_from_is_traced_again_too() {
        installation.read("a.csv", HEADER, START, END, "p2,VC010,2023-03-05,01,U1,s,3,,");
        pathways();
        installation.read("b.csv", HEADER, START.replace("p1,", "p3,"), END.replace("p1,", "p3,"));
        var after = installation.timeline().refresh();

        assertThat(after.tracedAgain()).isEqualTo(2);
        assertThat(after.pathways().timelines().persons()).isEqualTo(2);
        assertThat(lines(after.pathways())).isEqualTo(lines(tracedAnew()));
    }

    @Test
    void an_earlier_day_can_be_asked_for_after_an_import() {
        installation.read("a.csv", HEADER, START, "p2,VC010,2023-03-05,01,U1,s,3,,");
        pathways();
        installation.read("b.csv", HEADER, END);
        installation.timeline().refresh();
        var before = installation.timeline().pathways(Optional.of(LocalDate.of(2023, 4, 1)), Optional.empty());

        assertThat(before.size()).isEqualTo(2);
        assertThat(IntStream.range(0, 2).map(before::end)).containsOnly(TracedPathways.NONE);
    }

    private static String[] lines(String first, String... others) {
        return Stream.concat(Stream.of(first), Stream.of(others)).toArray(String[]::new);
    }

    /// What a program that starts now over the same database finds.
    private static TracedPathways tracedAnew() {
        try (var other = Installation.over(installation.home(), installation.url())) {
            return other.timeline().refresh().pathways();
        }
    }

    private static List<String> lines(TracedPathways traced) {
        var timelines = traced.timelines();
        return IntStream.range(0, traced.size())
                .mapToObj(i -> "%s %d %d %s %s %s %d"
                        .formatted(
                                timelines.person(traced.person(i)),
                                traced.start(i),
                                traced.end(i),
                                traced.state(i),
                                timelines.regionText(traced.endRegion(i)),
                                timelines.unitText(timelines.unit(traced.startRow(i))),
                                traced.limit(i)))
                .toList();
    }

    @Test
    void a_rejected_row_is_kept_with_line_column_and_reason() {
        var run = installation.read("a.csv", HEADER, START, "p2,VC010,2023-02-30,01,U1,s,9,,");

        var reject =
                installation.bean(Imports.class).rejects(run.id(), 1).rows().getFirst();
        assertThat(run.rejected()).isEqualTo(1);
        assertThat(reject.line()).isEqualTo(3);
        assertThat(reject.column()).isEqualTo("time");
        assertThat(reject.value()).isEqualTo("2023-02-30");
        assertThat(reject.swedish()).isNotEmpty();
    }

    @Test
    void the_id_of_a_person_is_written_nowhere() {
        installation.read(
                "a.csv", HEADER, START.replace("p1", "191212121212"), "191212121212 x,VC010,2023-02-30,01,U1,s,9,,");

        assertThat(installation.count("select count(*) from care_event e where e::text like '%12121212%'"))
                .isZero();
        assertThat(installation.count("select count(*) from reject r where r::text like '%12121212%'"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000\u0001\u0002\u0003PNG\u0000", "person,time\np1,2023-01-01\n"})
    void a_file_that_cannot_be_used_changes_nothing_and_says_why(String content) {
        installation.read("a.csv", HEADER, START);
        var run = installation.readBytes("bad.csv", false, content.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(run.state()).isEqualTo(State.FAILED);
        assertThat(run.swedish()).isNotEmpty();
        assertThat(installation.count("select count(*) from care_event")).isEqualTo(1);
    }

    @Test
    void a_code_that_no_definition_claims_is_kept_and_traced_when_one_comes() throws java.io.IOException {
        var run = installation.read(
                "a.csv", HEADER, START, "p2,VX010,2023-03-01,01,U1,s,7,,", "p2,VX050,2023-03-31,01,U1,s,8,,");
        assertThat(run.accepted()).isEqualTo(3);
        assertThat(pathways().size()).isEqualTo(1);
        var definitions = installation.home().folder().resolve("definitions");
        java.nio.file.Files.createDirectories(definitions);
        java.nio.file.Files.writeString(definitions.resolve("local.yaml"), """
                extends: akut-leukemi
                source: test
                codes:
                  prefix: VX0
                  source: test
                """);

        try (var newDefinitions = Installation.over(installation.home(), installation.url())) {
            assertThat(newDefinitions.timeline().refresh().pathways().size()).isEqualTo(2);
        }
    }

    @Test
    void a_file_that_breaks_off_on_its_way_leaves_nothing_behind() throws java.io.IOException {
        var brokenOff = new java.io.InputStream() {
            @Override
            public int read() throws java.io.IOException {
                throw new java.io.IOException("The sender is gone");
            }
        };

        assertThatThrownBy(() -> installation
                        .bean(Imports.class)
                        .readNow(brokenOff, "a.csv", new Imports.Options("test", false)))
                .isInstanceOf(java.io.UncheckedIOException.class);
        assertThat(filesUnder("incoming")).containsExactlyInAnyOrder("lock", "turn");
    }

    private static List<String> filesUnder(String folder) throws java.io.IOException {
        try (var left = Files.walk(installation.home().folder().resolve(folder))) {
            return left.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .toList();
        }
    }

    @Test
    void a_program_that_starts_leaves_what_another_living_one_reads_in() throws Exception {
        installation.read("first.csv", HEADER, "p0,VC010,2023-03-01,01,U1,s,0,,");
        var halfway = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow = new java.io.ByteArrayInputStream(
                String.join("\n", HEADER, START, END).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var runs = installation.bean(Imports.class);
        var held = Thread.ofPlatform()
                .start(() -> installation
                        .bean(org.springframework.transaction.support.TransactionTemplate.class)
                        .executeWithoutResult(_ -> {
                            installation
                                    .database()
                                    .sql("lock table care_event in exclusive mode")
                                    .update();
                            halfway.countDown();
                            await(goOn);
                        }));
        await(halfway);
        var run = runs.start(slow, "slow.csv", new Imports.Options("test", false));

        try (var other = Installation.over(installation.home(), installation.url())) {
            assertThat(other.bean(Imports.class).run(run.id()).orElseThrow().state())
                    .isEqualTo(State.RUNNING);
            assertThat(filesUnder("incoming")).anyMatch(file -> file.startsWith("file"));
        } finally {
            goOn.countDown();
            held.join();
        }
        while (runs.run(run.id()).orElseThrow().state() == State.RUNNING) {
            Thread.sleep(20);
        }
        assertThat(runs.run(run.id()).orElseThrow().state()).isEqualTo(State.DONE);
        assertThat(runs.run(run.id()).orElseThrow().accepted()).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, java.util.concurrent.TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_file_goes_in_also_when_the_sign_of_life_was_cut_off() {
        installation.read("a.csv", HEADER, START);
        var cut = installation.database().sql("""
                        select pg_terminate_backend(pid) from pg_locks join pg_database d on d.oid = database
                        where locktype = 'advisory' and objsubid = 2 and d.datname = current_database()""").query(Boolean.class).list();

        assertThat(cut).containsExactly(true);
        assertThat(installation.read("b.csv", HEADER, END).state()).isEqualTo(State.DONE);
    }

    @Test
    void a_run_whose_program_has_died_is_interrupted_as_soon_as_the_next_file_comes() {
        installation.database().sql("""
                        insert into import_run (file_name, started_by, started, state, program)
                        values ('dead.csv', 'x', now(), 'running', 7)""").update();

        installation.read("a.csv", HEADER, START);

        assertThat(installation.count(
                        "select count(*) from import_run where state = 'interrupted' and file_name = 'dead.csv'"))
                .isEqualTo(1);
    }

    @Test
    void the_log_only_grows() {
        installation.read("a.csv", HEADER, START);

        assertThatThrownBy(() -> installation
                        .database()
                        .sql("update care_event set day = day + 1")
                        .update())
                .hasMessageContaining("only grows");
        assertThatThrownBy(() ->
                        installation.database().sql("delete from care_event").update())
                .hasMessageContaining("only grows");
    }
}
