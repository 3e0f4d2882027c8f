package se.varjedag.app.disposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import se.varjedag.app.Installation;
import se.varjedag.app.disposal.Retention.What;
import se.varjedag.app.identity.Exports;
import se.varjedag.app.identity.Identities;

/// All numbers are among the tax agency's official test numbers.
class DisposalTest {
    private static final String HEADER = "person,code,time,region,unit,source,id";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String OLD = "191401682396";
    private static final String CHILD = "201901012391";

    private static Installation installation;
    private static RowsBeside beside;

    @BeforeAll
    static void start() {
        installation = Installation.started();
        beside = new RowsBeside(installation);
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @BeforeEach
    void two_persons_are_known() {
        installation.empty();
        installation.read(
                "a.csv",
                HEADER,
                OLD + ",VC010,2010-03-01,01,U1,lab,1",
                OLD + ",VC050,2010-04-10,01,U1,lab,2",
                CHILD + ",VC010,2024-03-01,01,U1,lab,3",
                CHILD + ",VC050,2024-04-10,01,U1,reg,4");
        installation.timeline().refresh();
    }

    private static Retention retention() {
        return installation.bean(Retention.class);
    }

    private static RegisterRights rights() {
        return installation.bean(RegisterRights.class);
    }

    private static Retention.Rule rule(What what, String source, int years) {
        var id = retention().add(what, source, years, "beslut 7", "anna");
        return retention().rules().stream()
                .filter(rule -> rule.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static UUID person(String number) {
        return installation.bean(Identities.class).withNumber(number).orElseThrow();
    }

    private static long events() {
        return installation.count("select count(*) from care_event");
    }

    @Test
    void a_dry_run_tells_what_would_go_and_takes_nothing() {
        var doomed = retention().dryRun(rule(What.CARE_EVENTS, "", 10), TODAY);

        assertThat(doomed)
                .isEqualTo(new Retention.Doomed(2, 1, 0, 0, 0, LocalDate.of(2010, 3, 1), LocalDate.of(2010, 4, 10)));
        assertThat(events()).isEqualTo(4);
        assertThat(retention().protocol(10)).isEmpty();
    }

    @Test
    void what_a_rule_takes_away_is_gone_from_log_memory_and_numbers_and_stands_in_the_protocol() {
        var number = retention().carryOut(rule(What.CARE_EVENTS, "", 10), TODAY, "anna");
        var entry = retention().protocol(10).getFirst();

        assertThat(entry.number()).isEqualTo(number);
        assertThat(entry.events()).isEqualTo(2);
        assertThat(entry.persons()).isEqualTo(1);
        assertThat(entry.by()).isEqualTo("anna");
        assertThat(entry.ground()).isEqualTo("beslut 7");
        assertThat(entry.before()).isEqualTo(LocalDate.of(2016, 11, 22));
        assertThat(entry.sha256()).hasSize(64);
        assertThat(events()).isEqualTo(2);
        assertThat(installation.timeline().snapshot().pathways().size()).isEqualTo(1);
        assertThat(installation.bean(Identities.class).withNumber(OLD)).isEmpty();
        assertThat(installation.bean(Identities.class).withNumber(CHILD)).isPresent();
    }

    @Test
    void an_event_that_was_corrected_to_a_later_day_is_kept_with_its_older_versions() {
        installation.read("b.csv", HEADER, OLD + ",VC050,2024-04-10,01,U1,lab,2");

        retention().carryOut(rule(What.CARE_EVENTS, "", 10), TODAY, "anna");

        assertThat(installation.count("select count(*) from care_event where source_id = '2'"))
                .isEqualTo(2);
        assertThat(installation.count("select count(*) from superseded")).isEqualTo(1);
        assertThat(events()).isEqualTo(4);
    }

    @Test
    void a_rule_for_one_source_leaves_the_others() {
        retention().carryOut(rule(What.CARE_EVENTS, "reg", 1), TODAY, "anna");

        assertThat(installation.count("select count(*) from care_event where source = 'lab'"))
                .isEqualTo(3);
        assertThat(events()).isEqualTo(3);
    }

    @Test
    void a_rule_that_has_ended_takes_nothing() {
        var rule = rule(What.CARE_EVENTS, "", 10);
        retention().end(rule.id());

        assertThat(retention().rules()).isEmpty();
        assertThatThrownBy(() -> retention().carryOut(rule, TODAY, "anna")).hasMessageContaining("No rule");
        assertThat(events()).isEqualTo(4);
    }

    @Test
    void rejected_rows_go_by_a_rule_of_their_own() {
        installation.read(
                "c.csv", HEADER, OLD + ",VC010,2010-13-01,01,U1,lab,9", OLD + ",VC010,2010-03-01,01,U1,lab,1");
        installation
                .database()
                .sql("update import_run set started = '2020-01-01'")
                .update();
        var rule = rule(What.REJECTED_ROWS, "", 5);

        assertThat(retention().dryRun(rule, TODAY).rows()).isEqualTo(1);
        retention().carryOut(rule, TODAY, "anna");
        assertThat(installation.count("select count(*) from reject")).isZero();
        assertThat(retention().protocol(1).getFirst().rows()).isEqualTo(1);
        assertThat(events()).isEqualTo(4);
    }

    @Test
    void nothing_goes_out_of_the_log_past_the_protocol_not_even_after_one_was_written() {
        retention().carryOut(rule(What.CARE_EVENTS, "", 10), TODAY, "anna");

        assertThatThrownBy(() ->
                        installation.database().sql("delete from care_event").update())
                .hasMessageContaining("only grows");
        assertThatThrownBy(() ->
                        installation.database().sql("delete from superseded").update())
                .hasMessageContaining("only grows");
        assertThatThrownBy(() -> installation
                        .database()
                        .sql("delete from disposal_protocol")
                        .update())
                .hasMessageContaining("only grows");
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void a_disposal_that_fails_has_no_protocol_and_takes_nothing() {
        var rule = rule(What.CARE_EVENTS, "", 10);

        assertThatThrownBy(() -> installation.bean(TransactionTemplate.class).executeWithoutResult(_ -> {
                    retention().carryOut(rule, TODAY, "anna");
                    throw new IllegalStateException("The power fails");
                }))
                .hasMessage("The power fails");

        assertThat(retention().protocol(10)).isEmpty();
        assertThat(events()).isEqualTo(4);
    }

    @Test
    void who_opts_out_of_a_register_is_erased_from_it_but_care_documentation_stays() {
        rights().belongs("reg", "lungregistret", "anna");
        var child = person(CHILD);
        var exports = installation.bean(Exports.class);
        exports.export(
                        exports.project("Studie", "anna", Instant.EPOCH),
                        Exports.What.EVENTS,
                        LocalDate.of(2024, 1, 1),
                        LocalDate.of(2024, 12, 31),
                        "anna",
                        Instant.EPOCH)
                .close();

        var receipt = rights().optOut("lungregistret", child, "anna");

        assertThat(receipt.lines())
                .extracting(RegisterRights.Line::holder)
                .containsExactly("handed-out", "event-log", "memory");
        assertThat(receipt.lines().getFirst().swedish()).contains("Studie");
        assertThat(receipt.lines().get(1).amount()).isEqualTo(1);
        assertThat(rights().receipt(receipt.id()).orElseThrow().lines()).isEqualTo(receipt.lines());
        assertThat(installation.count("select count(*) from care_event where source = 'reg'"))
                .isZero();
        assertThat(installation
                        .database()
                        .sql("select count(*) from care_event where person = ?")
                        .param(child)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(installation.bean(Identities.class).withNumber(CHILD)).isPresent();
        assertThat(retention().protocol(1).getFirst().kind()).isEqualTo("register-erasure");
    }

    @Test
    void who_has_opted_out_does_not_come_into_the_register_again_but_others_do() {
        rights().belongs("reg", "lungregistret", "anna");
        rights().optOut("lungregistret", person(CHILD), "anna");

        installation.read(
                "d.csv",
                HEADER,
                CHILD + ",VC050,2024-04-10,01,U1,reg,4",
                CHILD + ",VC030,2024-03-20,01,U1,lab,5",
                OLD + ",VC050,2010-04-10,01,U1,reg,6");

        assertThat(rights().hasOptedOut("lungregistret", person(CHILD))).isTrue();
        assertThat(installation.count("select count(*) from care_event where source = 'reg'"))
                .isEqualTo(1);
        assertThat(installation.count("select count(*) from care_event where source = 'lab'"))
                .isEqualTo(4);
    }

    @Test
    void opting_out_again_finds_nothing_left_and_gives_another_receipt() {
        rights().belongs("reg", "lungregistret", "anna");
        var child = person(CHILD);
        var first = rights().optOut("lungregistret", child, "anna");
        var again = rights().optOut("lungregistret", child, "anna");

        assertThat(again.id()).isNotEqualTo(first.id());
        assertThat(again.lines().get(1).amount()).isZero();
    }

    @Test
    void who_has_not_opted_out_is_not_erased() {
        rights().belongs("reg", "lungregistret", "anna");

        assertThatThrownBy(() -> installation
                        .database()
                        .sql("select erase_from_register('lungregistret', ?, 'anna')")
                        .param(person(CHILD))
                        .query(Long.class)
                        .single())
                .hasMessageContaining("not opted out");
        assertThat(events()).isEqualTo(4);
    }

    @Test
    void what_stands_beside_events_goes_with_the_last_of_them_and_is_counted() {
        beside.write(person(OLD), "2010-05-01");
        beside.write(person(CHILD), "2010-05-01");
        var rule = rule(What.CARE_EVENTS, "", 10);

        assertThat(retention().dryRun(rule, TODAY))
                .isEqualTo(new Retention.Doomed(2, 1, 0, 2, 26, LocalDate.of(2010, 3, 1), LocalDate.of(2010, 4, 10)));
        assertThat(beside.rows(person(OLD))).isEqualTo(26);
        retention().carryOut(rule, TODAY, "anna");

        assertThat(beside.rows(person(CHILD))).isEqualTo(26);
        assertThat(installation.count("select count(*) from rows_beside()")).isEqualTo(26);
        assertThat(installation.count("select count(*) from form_score")).isEqualTo(1);
        assertThat(installation.count("select count(*) from clinical_value")).isZero();
        assertThat(retention().protocol(1).getFirst())
                .returns(2L, Retention.Entry::values)
                .returns(26L, Retention.Entry::beside);
        assertThat(installation.bean(Identities.class).withNumber(OLD)).isEmpty();
    }

    @Test
    void what_stands_beside_events_stays_while_any_of_it_is_later_than_the_day() {
        var whom = person(OLD);
        beside.write(whom, "2010-05-01");
        installation
                .database()
                .sql(
                        "insert into form_reminder (assignment, at, by_whom, by_name) select id, '2020-01-01', 'k', 'K' from form_assignment")
                .update();

        retention().carryOut(rule(What.CARE_EVENTS, "", 10), TODAY, "anna");

        assertThat(events()).isEqualTo(2);
        assertThat(beside.rows(whom)).isEqualTo(27);
        assertThat(installation.bean(Identities.class).withNumber(OLD)).contains(whom);
    }

    @Test
    void a_rule_for_one_source_leaves_what_stands_beside_events() {
        beside.write(person(OLD), "2010-05-01");

        retention().carryOut(rule(What.CARE_EVENTS, "lab", 10), TODAY, "anna");

        assertThat(events()).isEqualTo(2);
        assertThat(beside.rows(person(OLD))).isEqualTo(26);
    }

    @Test
    void nothing_that_stands_beside_events_goes_past_the_protocol() {
        beside.write(person(OLD), "2010-05-01");

        for (var table : installation
                .database()
                .sql("select holder from beside_events where holder not in ('form_draft', 'overview_use')")
                .query(String.class)
                .list()) {
            assertThatThrownBy(() ->
                            installation.database().sql("delete from " + table).update())
                    .as(table)
                    .hasMessageContaining("without a protocol");
        }
    }

    @Test
    void every_table_that_names_a_person_is_reached_by_disposal_or_kept_by_a_rule_of_its_own() {
        assertThat(installation.database().sql("""
                                select table_name from information_schema.columns
                                where table_schema = 'public' and column_name = 'person' and table_name in
                                    (select table_name from information_schema.tables where table_type = 'BASE TABLE')
                                except select holder from beside_events order by 1""").query(String.class).list())
                .containsExactly(
                        "access_block", // holds until it is lifted
                        "access_log", // at least five years
                        "access_opening", // shows why somebody was let in, as the log does
                        "care_event",
                        "clinical_value",
                        "erasure_receipt", // shows that an opt-out was carried out
                        "person_identity", // goes when nothing is left of the person
                        "register_opt_out"); // else the register's next file would bring the person back
    }
}
