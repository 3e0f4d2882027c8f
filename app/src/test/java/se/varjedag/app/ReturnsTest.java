package se.varjedag.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.Role;
import se.varjedag.app.database.TestPostgres;
import se.varjedag.app.reporting.ReturnsByCommand;
import se.varjedag.app.timeline.PersonPseudonyms;
import tools.jackson.databind.json.JsonMapper;

/// The national return as the page and the command make it: the same bytes, the same again, and every one in the log.
class ReturnsTest {
    private static final String PASSWORD = "tolv tecken minst";
    private static final String HEADER = "person,code,time,region,home_region,source,id,status,registered";
    private static final String PATH = "/nationell-rapport";

    private static Installation installation;
    private static Whereabouts here;
    private static Visit office;
    private static Visit skane;
    private static Visit halland;

    @BeforeAll
    static void start() throws Exception {
        var home = TestPostgres.newHome();
        Accounts.write(
                home, new Account("robin", "Robin Register", new Assignment(Role.REGISTER_OFFICE, "")), PASSWORD);
        Accounts.write(home, new Account("sara", "Sara Skåne", new Assignment(Role.ANALYST, "12")), PASSWORD);
        Accounts.write(home, new Account("hanna", "Hanna Halland", new Assignment(Role.ANALYST, "13")), PASSWORD);
        installation = Installation.serving(home);
        office = new Visit(installation, "robin", PASSWORD);
        skane = new Visit(installation, "sara", PASSWORD);
        halland = new Visit(installation, "hanna", PASSWORD);
        here = new Whereabouts(
                "127.0.0.1", installation.port(), ProcessHandle.current().pid());
        here.tell(home);
    }

    @AfterAll
    static void stop() {
        here.forget(installation.home());
        office.close();
        skane.close();
        halland.close();
        installation.close();
    }

    @BeforeEach
    void events() {
        installation.empty();
        deliver(
                "a VC010 2023-02-20 12 12 a1 done 2023-02-21",
                "a VC050 2023-03-20 12 12 a2 done 2023-03-21",
                "b VC010 2023-03-01 12 13 b1 done 2023-03-02",
                "b VC052 2023-03-30 12 13 b2 done 2023-04-02",
                "c VG910 2023-03-02 12 - c1 done 2023-03-03",
                "c VG976 2023-03-09 12 - c2 done 2023-03-10",
                "d VC010 2023-03-03 13 13 d1 done 2023-03-04",
                "e VC010 2023-03-10 12 12 e1 done 2023-03-11",
                "e VC070 2023-03-12 12 12 e2 done 2023-03-13",
                "f VC010 2023-04-03 12 12 f1 done 2023-04-04",
                "f VC050 2023-04-28 12 12 f2 done 2023-04-29");
    }

    private static void deliver(String... rows) {
        var lines = Arrays.stream(rows)
                .map(row -> row.split(" "))
                .map(words -> String.join(
                        ",",
                        words[0],
                        words[1],
                        words[2],
                        words[3],
                        words[4].equals("-") ? "" : words[4],
                        "s",
                        words[5],
                        words[6],
                        words[7]))
                .toArray(String[]::new);
        var all = new String[lines.length + 1];
        all[0] = HEADER;
        System.arraycopy(lines, 0, all, 1, lines.length);
        assertThat(installation.read("events.csv", all).rejected()).isZero();
        installation.timeline().refresh();
    }

    private static ReturnsByCommand.Told command(String region, String month, String knownAt, long since) {
        var answer = RunningServer.on(installation.home())
                .orElseThrow()
                .post("/local/returns?region=%s&month=%s&known-at=%s&since=%d&by=test"
                        .formatted(region, month, knownAt, since));
        return new JsonMapper().treeToValue(answer, ReturnsByCommand.Told.class);
    }

    private static String made(Visit visit, String region, String month, String day) throws Exception {
        var answer = visit.post(
                PATH, "application/x-www-form-urlencoded", "region=%s&manad=%s&kant=%s".formatted(region, month, day));
        assertThat(answer.statusCode()).isEqualTo(302);
        var to = answer.headers().firstValue("Location").orElseThrow();
        return to.substring(to.indexOf(PATH));
    }

    private static String sha256(String file) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(file.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void the_page_and_the_command_give_the_same_bytes() throws Exception {
        var page = made(office, "12", "2023-03", "2023-04-10");
        var file = office.get(page + "/fil.csv");
        var told = command("12", "2023-03", "2023-04-10T21:59:59.999999Z", 0);

        assertThat(file.body()).isEqualTo("""
                code,date,region,home_region
                VC010,2023-03-01,12,13
                VG910,2023-03-02,12,
                VG976,2023-03-09,12,
                VC010,2023-03-10,12,12
                VC070,2023-03-12,12,12
                VC050,2023-03-20,12,12
                VC052,2023-03-30,12,13
                """.replace("\n", "\r\n"));
        assertThat(told.csv()).isEqualTo(file.body());
        assertThat(told.already()).isTrue();
        assertThat(told.sha256()).isEqualTo(sha256(file.body()));
        assertThat(office.get(page).body()).contains(told.sha256(), "2 rader med okänt län");
        assertThat(office.getBytes(page + "/fil.xlsx").body()).startsWith('P', 'K');
    }

    @Test
    void a_return_is_the_same_to_the_last_byte_whatever_is_read_in_later() throws Exception {
        var page = made(office, "12", "2023-03", "2023-04-10");
        var first = office.get(page + "/fil.csv").body();

        deliver(
                "a VC052 2023-03-22 12 12 a2 done 2023-05-01",
                "b VC010 2023-03-01 12 13 b1 withdrawn 2023-05-01",
                // Known to its source in time, but sent after the return was made.
                "g VC010 2023-03-15 12 12 g1 done 2023-03-16");

        assertThat(office.get(page + "/fil.csv").body()).isEqualTo(first);
        assertThat(made(office, "12", "2023-03", "2023-04-10")).isEqualTo(page);
        assertThat(command("12", "2023-03", "2023-04-10T21:59:59.999999Z", 0).csv())
                .isEqualTo(first);
        assertThat(office.get(made(office, "12", "2023-03", "2023-05-10") + "/fil.csv")
                        .body())
                .isNotEqualTo(first)
                .contains("VC010,2023-03-15,12,12");
    }

    @Test
    void the_next_return_tells_what_changed_since_the_last_and_why() throws Exception {
        command("12", "2023-03", "2023-04-10T21:59:59.999999Z", 0);
        deliver(
                "a VC052 2023-03-20 12 12 a2 done 2023-05-01",
                "b VC052 2023-03-30 12 13 b2 withdrawn 2023-05-01",
                "h VC010 2023-03-25 12 12 h1 done 2023-05-02");

        var next = command("12", "2023-04", "2023-05-10T21:59:59.999999Z", 0);

        assertThat(next.rows()).isEqualTo(2);
        assertThat(next.changes()).isEqualTo("""
                change,code,date,region,home_region,was_code,was_date,was_region,was_home_region,why
                added,VC010,2023-03-25,12,12,,,,,registered-later
                changed,VC052,2023-03-20,12,12,VC050,2023-03-20,12,12,code-corrected
                withdrawn,,,,,VC052,2023-03-30,12,13,taken-back
                """.replace("\n", "\r\n"));
        assertThat(office.get(PATH + "/" + next.id()).body())
                .contains("1 tillagda, 1 ändrade, 1 borttagna", "koden rättades", "VC050");
        assertThat(office.get(PATH + "/" + next.id() + "/skillnader.csv").body())
                .isEqualTo(next.changes());
        assertThat(office.get(PATH).body()).contains("1 tillagda, 1 ändrade, 1 borttagna", "den första");
    }

    @Test
    void as_many_are_reported_as_follow_counts_in_the_month_by_end_date() throws Exception {
        var told = command("12", "2023-03", "", 0);
        var answer = office.get("/api/v1/answers?by=region&region=12&from=2023-03-01&to=2023-03-31", "text/csv")
                .body()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow()
                .split(",", -1);

        assertThat(answer[1]).isEqualTo("2");
        assertThat(answer[answer.length - 1]).isEqualTo("1");
        assertThat(office.get(PATH + "/" + told.id()).body()).contains("Behandling startad");
        assertThat(told.csv().lines().filter(row -> row.startsWith("VC05"))).hasSize(2);
    }

    @Test
    void who_acts_for_one_region_makes_and_sees_that_regions_returns() throws Exception {
        var page = made(skane, "13", "2023-03", "2023-04-10");

        assertThat(skane.get(page + "/fil.csv").body()).contains(",12,").doesNotContain(",13,13");
        assertThat(status(halland.get(page))).isEqualTo(404);
        assertThat(status(halland.get(page + "/fil.csv"))).isEqualTo(404);
        assertThat(halland.get(PATH).body()).doesNotContain("Skåne");
    }

    private static int status(HttpResponse<String> answer) {
        return answer.statusCode();
    }

    @Test
    void a_month_that_is_not_over_and_a_day_ahead_are_refused_with_a_sentence() throws Exception {
        assertThat(command("12", "2023-03", "2023-03-15T12:00:00Z", 0).reason()).isEqualTo("month");
        assertThat(command("12", "2023-03", "2199-03-15T12:00:00Z", 0).reason()).isEqualTo("future");
        assertThat(command("02", "2023-03", "", 0).reason()).isEqualTo("region");
        assertThat(command("12", "2023-03", "", 77).reason()).isEqualTo("since");
        assertThat(made(office, "12", "2023-03", "2023-03-15")).endsWith("?fel=manad");
        assertThat(made(office, "12", "2023-03", "i%20går")).endsWith("?fel=dag");
        assertThat(office.get(made(office, "12", "2023-03", "2023-03-15")).body())
                .contains("Välj en månad som är slut på uttagsdagen.");
        assertThat(installation.count("select count(*) from national_return")).isZero();
    }

    @Test
    void what_was_disposed_of_makes_a_return_that_cannot_be_made_again_and_that_is_said() throws Exception {
        var page = made(office, "12", "2023-03", "2023-04-10");
        installation
                .database()
                .sql("alter table care_event disable trigger all")
                .update();
        installation
                .database()
                .sql("delete from care_event where code = 'VC052'")
                .update();
        installation.database().sql("alter table care_event enable trigger all").update();
        deliver("z VC010 2023-05-25 12 12 z1 done 2023-05-26", "b VC025 2023-03-25 12 12 b9 done 2023-05-26");

        assertThat(office.get(page).body()).contains("går inte att göra om").doesNotContain("fil.csv");
        assertThat(status(office.get(page + "/fil.csv"))).isEqualTo(410);
    }

    @Test
    void differences_that_cannot_be_made_again_are_withheld_though_the_month_itself_can() throws Exception {
        command("12", "2023-03", "2023-04-10T21:59:59.999999Z", 0);
        deliver("b VC052 2023-03-30 12 13 b2 withdrawn 2023-05-01", "h VC010 2023-03-25 12 12 h1 done 2023-05-02");
        var next = command("12", "2023-04", "2023-05-10T21:59:59.999999Z", 0);
        var page = PATH + "/" + next.id();
        assertThat(office.get(page + "/skillnader.csv").body()).isEqualTo(next.changes());
        assertThat(next.sameChanges()).isTrue();

        erase("b");

        var again = command("12", "2023-04", "2023-05-10T21:59:59.999999Z", 0);
        assertThat(again.id()).isEqualTo(next.id());
        assertThat(again.same()).as("April is what it was").isTrue();
        assertThat(office.get(page + "/fil.csv").body()).isEqualTo(next.csv());
        assertThat(again.sameChanges()).isFalse();
        assertThat(status(office.get(page + "/skillnader.csv"))).isEqualTo(410);
        assertThat(office.get(page).body())
                .contains("Filen med skillnader går inte att göra om", "fil.csv")
                .doesNotContain("skillnader.csv");
    }

    @Test
    void differences_of_which_no_seal_was_kept_are_held_to_their_numbers() throws Exception {
        command("12", "2023-03", "2023-04-10T21:59:59.999999Z", 0);
        deliver("b VC052 2023-03-30 12 13 b2 withdrawn 2023-05-01");
        var next = command("12", "2023-04", "2023-05-10T21:59:59.999999Z", 0);
        for (var sql : List.of(
                "alter table national_return disable trigger all",
                "update national_return set changes_sha256 = ''",
                "alter table national_return enable trigger all")) {
            installation.database().sql(sql).update();
        }
        assertThat(status(office.get(PATH + "/" + next.id() + "/skillnader.csv")))
                .isEqualTo(200);

        erase("b");

        assertThat(status(office.get(PATH + "/" + next.id() + "/skillnader.csv")))
                .isEqualTo(410);
    }

    /// As disposal does it, without its protocol, and read anew.
    private static void erase(String person) {
        for (var sql : List.of(
                "alter table care_event disable trigger all",
                "delete from care_event where person = '%s'"
                        .formatted(installation.bean(PersonPseudonyms.class).of(person)),
                "alter table care_event enable trigger all")) {
            installation.database().sql(sql).update();
        }
        deliver("z VC010 2023-05-25 12 12 z1 done 2023-05-26", person + " VC010 2023-05-27 12 13 ny done 2023-05-28");
    }

    @Test
    void a_month_is_over_when_its_last_day_has_passed() {
        assertThat(command("12", "2023-03", "2023-03-31T21:59:59.999999Z", 0).reason())
                .as("the last day to its end, in Sweden")
                .isEqualTo("month");
        assertThat(command("12", "2023-03", "2023-03-31T22:00:00Z", 0).reason())
                .as("the first moment of the next")
                .isEmpty();
        assertThat(command("12", "2024-02", "2024-02-29T22:59:59.999999Z", 0).reason())
                .isEqualTo("month");
        assertThat(command("12", "2024-02", "2024-02-29T23:00:00Z", 0).reason()).isEmpty();
    }

    @Test
    void who_made_a_return_is_told_by_user_name_whichever_way_it_was_made() throws Exception {
        made(office, "12", "2023-03", "2023-04-10");
        command("13", "2023-03", "2023-04-10T21:59:59.999999Z", 0);

        assertThat(installation
                        .database()
                        .sql("select by_whom from national_return order by id")
                        .query(String.class)
                        .list())
                .containsExactly("robin", "test");
    }

    @Test
    void the_file_that_the_command_writes_is_its_owners_alone_also_over_one_that_was_there(@TempDir Path folder)
            throws Exception {
        var old = Files.writeString(folder.resolve("gammal.csv"), "gammalt");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rw-rw-r--"));

        for (var file : List.of(old, folder.resolve("ny.csv"))) {
            ReturnCommand.write(file.toString(), "code,date");

            assertThat(file).hasContent("code,date");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void every_return_that_is_handed_out_stands_in_the_access_log_as_an_export() throws Exception {
        var page = made(skane, "12", "2023-03", "2023-04-10");
        skane.get(page + "/fil.csv");
        command("12", "2023-03", "2023-04-10T21:59:59.999999Z", 0);

        assertThat(installation
                        .database()
                        .sql("select who || ' ' || what from access_log where action = 'export' order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("sara GET /nationell-rapport/{id:\\d+}/fil.{kind}", "test varjedag return");
    }
}
