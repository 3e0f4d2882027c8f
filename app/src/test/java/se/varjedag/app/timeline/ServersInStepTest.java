package se.varjedag.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.Visit;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.Role;
import se.varjedag.app.database.Home;
import se.varjedag.app.database.TestPostgres;

/// Nobody asks these servers to look at the log: they follow it by themselves.
class ServersInStepTest {
    private static final String PASSWORD = "tolv tecken minst";
    private static final String HEADER = "person,code,time,region,source,id";
    private static final String FIRST = "p1,VC010,2023-03-01,01,s,1";
    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(20);

    /// So seldom that whoever knows within a test was told, and did not ask.
    private static final String NEVER_ASKS = "--varjedag.ask-every-ms=600000";

    private final Home home = TestPostgres.newHome();
    private final String url = TestPostgres.newDatabase();

    @Test
    void what_is_read_into_one_server_the_other_is_told_of() {
        try (var one = Installation.servingOver(home, url);
                var other = Installation.servingOver(home, url, NEVER_ASKS)) {
            awaitRead(other);
            one.read("a.csv", HEADER, FIRST);

            awaitPathways(one, 1);
            awaitPathways(other, 1);
            assertThat(other.timeline().snapshot().change())
                    .isEqualTo(one.timeline().snapshot().change());
        }
    }

    @Test
    void what_nobody_tells_of_a_server_finds_by_asking() throws Exception {
        try (var installation = Installation.servingOver(home, url)) {
            installation.read("a.csv", HEADER, FIRST);
            awaitPathways(installation, 1);
            try (var silent = connection()) {
                addSilently(silent);
            }

            awaitPathways(installation, 2);
        }
    }

    @Test
    void a_server_whose_listening_connection_is_lost_goes_on_following() throws Exception {
        try (var one = Installation.servingOver(home, url);
                var other = Installation.servingOver(home, url)) {
            awaitRead(one);
            awaitRead(other);
            try (var administrator = connection();
                    var statement = administrator.createStatement()) {
                var ended = statement.executeQuery("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where datname = current_database() and query like 'listen %'""");
                ended.next();
                assertThat(ended.getInt(1)).isEqualTo(2);
            }
            one.read("a.csv", HEADER, FIRST);

            awaitPathways(one, 1);
            awaitPathways(other, 1);
        }
    }

    @Test
    void while_a_change_is_being_read_pages_answer_from_what_was_known_before() throws Exception {
        Accounts.write(home, new Account("anna", "Anna Analytiker", Role.ANALYST), PASSWORD);
        try (var installation = Installation.servingOver(home, url)) {
            installation.read("a.csv", HEADER, FIRST);
            awaitPathways(installation, 1);
            try (var anna = new Visit(installation, "anna", PASSWORD);
                    var slow = connection();
                    var silent = connection()) {
                var before = anna.get("/api/v1/answers").body();
                slow.setAutoCommit(false);
                slow.createStatement().execute("lock table installation in access exclusive mode");
                addSilently(silent);
                await().atMost(A_FEW_SECONDS).until(() -> waitsForALock(silent));

                for (var page : List.of("/laget", "/vardforlopp", "/folj-upp/ledtider", "/folj-upp/registrering")) {
                    assertThat(anna.get(page).statusCode()).as(page).isEqualTo(200);
                }
                assertThat(anna.get("/api/v1/answers").body()).isEqualTo(before);
                assertThat(waitsForALock(silent)).isTrue();
                slow.rollback();

                awaitPathways(installation, 2);
                assertThat(anna.get("/api/v1/answers").body()).isNotEqualTo(before);
            }
        }
    }

    private static boolean waitsForALock(Connection connection) throws Exception {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'""")) {
            found.next();
            return found.getInt(1) > 0;
        }
    }

    /// A change with one more person, of which no channel tells.
    private static void addSilently(Connection connection) throws Exception {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    insert into change (number, at, import_run)
                    select number + 1, at + interval '1 second', import_run from change order by number desc limit 1""");
            statement.execute("""
                    insert into care_event
                    select version + 1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), code, day, unit, region,
                           caregiver, home_region, sex, born, pathway, source, 'silent', status, ref, registered, learnt,
                           import_run, change_no + 1
                    from care_event order by version desc limit 1""");
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private Connection connection() throws Exception {
        return DriverManager.getConnection(url, TestPostgres.user(), TestPostgres.password());
    }

    private static void awaitRead(Installation installation) {
        await().atMost(A_FEW_SECONDS).until(() -> installation.timeline().read());
    }

    private static void awaitPathways(Installation installation, int many) {
        await().atMost(A_FEW_SECONDS)
                .until(() -> installation.timeline().snapshot().pathways().size() == many);
    }
}
