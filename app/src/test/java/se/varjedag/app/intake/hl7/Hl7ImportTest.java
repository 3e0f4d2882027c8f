package se.varjedag.app.intake.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.identity.Identities;
import se.varjedag.app.identity.Shown;
import se.varjedag.app.intake.ImportRun;
import se.varjedag.app.intake.ImportRun.State;
import se.varjedag.app.intake.Imports;
import se.varjedag.app.intake.RejectedRow;

/// Files of HL7 messages, over a whole installation.
class Hl7ImportTest {
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

    private static ImportRun read(String... messages) {
        return installation.readBytes("m.hl7", false, String.join("", messages).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> events() {
        return installation.database().sql("""
                        select code || ' ' || day || ' ' || status from care_event e
                        where not exists (select 1 from superseded s where s.version = e.version)
                        order by day, code""").query(String.class).list();
    }

    private static List<RejectedRow> rejects(ImportRun run) {
        return installation.bean(Imports.class).rejects(run.id(), 1).rows();
    }

    @Test
    void a_referral_and_an_answer_become_suspicion_specimen_and_report_of_one_pathway() {
        var run = read(Hl7Text.referral("1", "R1"), Hl7Text.pathology("2", "F1"));

        assertThat(run.english()).isEqualTo("2 messages: 4 new events, 0 already known, 0 rejected.");
        assertThat(events())
                .containsExactly(
                        "VC010 2023-04-05 done",
                        "specimen-taken 2023-04-10 done",
                        "specimen-received 2023-04-11 done",
                        "pathology-reported 2023-04-12 done");
        assertThat(installation.timeline().refresh().pathways().size()).isEqualTo(1);
    }

    @Test
    void the_same_messages_again_add_nothing() {
        read(Hl7Text.referral("1", "R1"), Hl7Text.pathology("2", "F1"));
        var again = read(Hl7Text.referral("1", "R1"), Hl7Text.pathology("2", "F1"));

        assertThat(again.accepted()).isZero();
        assertThat(again.withdrawn()).isZero();
    }

    @Test
    void a_corrected_answer_takes_the_place_of_the_first_and_a_cancelled_referral_is_withdrawn() {
        read(Hl7Text.referral("1", "R1"), Hl7Text.pathology("2", "F1"));
        read(
                Hl7Text.pathology("3", "F1")
                        .replace("20230412083000", "20230413083000")
                        .replace("|SP|F", "|SP|C"),
                Hl7Text.referral("4", "R1").replace("ORC|NW", "ORC|CA").replace("20230405101500", "20230406101500"));

        assertThat(events())
                .containsExactly(
                        "VC010 2023-04-05 withdrawn",
                        "specimen-taken 2023-04-10 done",
                        "specimen-received 2023-04-11 done",
                        "pathology-reported 2023-04-13 done");
    }

    @Test
    void an_answer_that_is_not_final_says_nothing_yet() {
        var run = read(Hl7Text.pathology("1", "F1").replace("|SP|F", "|SP|P"));

        assertThat(run.accepted()).isZero();
        assertThat(run.rejected()).isZero();
    }

    @Test
    void who_it_is_is_kept_apart_and_letters_are_read_as_the_message_says() {
        installation.readBytes(
                "m.hl7",
                false,
                Hl7Text.referral("1", "R1").replace("UNICODE UTF-8", "8859/1").getBytes(StandardCharsets.ISO_8859_1));

        var identities = installation.bean(Identities.class);
        var person = identities.withNumber(Hl7Text.NUMBER).orElseThrow();
        assertThat(identities.shown(person))
                .isInstanceOfSatisfying(
                        Shown.Known.class, known -> assertThat(known.name()).contains("Örjan Åkesson"));
        assertThat(installation.count("select count(*) from care_event e where e::text like '%Åkesson%'"))
                .isZero();
    }

    @Test
    void what_cannot_be_used_is_rejected_with_its_field_and_harms_no_other() {
        var run = read(
                Hl7Text.referral("1", "R1").replace("|2.5.1|", "|2.3|"),
                Hl7Text.referral("2", "R2").replace("ORM^O01^ORM_O01", "ADT^A01^ADT_A01"),
                Hl7Text.referral("3", "R3").replace(Hl7Text.NUMBER, "193602632387"),
                Hl7Text.referral("4", "R4").replace("|20230405\r", "|202304\r"),
                Hl7Text.message(Hl7Text.header("ORM^O01", "5", "20230405"), Hl7Text.pid()),
                Hl7Text.message(Hl7Text.header("ORM^O01", "6", "20230405"), Hl7Text.obr(Map.of())),
                Hl7Text.referral("7", "R7"));

        assertThat(run.accepted()).isEqualTo(1);
        assertThat(rejects(run))
                .extracting(RejectedRow::column)
                .containsExactly("MSH-12", "MSH-9", "person", "ORC-9", "OBR", "PID-3");
        assertThat(installation.count("select count(*) from reject r where r::text like '%3602632387%'"))
                .isZero();
    }

    @Test
    void text_in_other_characters_than_it_says_is_refused() {
        var run = installation.readBytes(
                "m.hl7", false, Hl7Text.referral("1", "R1").getBytes(Charset.forName("ISO-8859-1")));

        assertThat(run.accepted()).isZero();
        assertThat(rejects(run)).extracting(RejectedRow::column).containsExactly("MSH-18");
    }

    @Test
    void hl7_in_xml_is_refused_and_no_entity_of_it_is_ever_read() {
        var run = installation.readBytes("m.xml", false, """
                <?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>
                <ORU_R01 xmlns="urn:hl7-org:v2xml"><MSH><MSH.1>&b;</MSH.1></MSH></ORU_R01>
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(run.state()).isEqualTo(State.FAILED);
        assertThat(run.english()).contains("XML");
        assertThat(run.english()).doesNotContain("root:");
    }
}
