package se.varjedag.app.intake.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.varjedag.app.Installation;
import se.varjedag.app.intake.ImportRun;
import se.varjedag.app.intake.ImportRun.State;
import se.varjedag.app.intake.Imports;
import se.varjedag.app.intake.RejectedRow;
import se.varjedag.pathway.trace.TracedPathways;

/// FHIR in, over a whole installation. The patients are made up; the only identity numbers are official test numbers.
class FhirImportTest {
    private static final String NUMBER = "193602632386";
    private static final String NUMBERS = "http://electronichealth.se/identifier/samordningsnummer";

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

    private static TracedPathways pathways() {
        return installation.timeline().refresh().pathways();
    }

    private static ImportRun read(String name, String text) {
        return installation.readBytes(name, false, text.getBytes(StandardCharsets.UTF_8));
    }

    private static ImportRun shipped(String name) throws IOException {
        try (var in = FhirImportTest.class.getResourceAsStream(name)) {
            return installation.readBytes(
                    name, false, java.util.Objects.requireNonNull(in, name).readAllBytes());
        }
    }

    private static List<RejectedRow> rejects(ImportRun run) {
        return installation.bean(Imports.class).rejects(run.id(), 1).rows();
    }

    private static List<String> events() {
        return installation.database().sql("""
                        select code || ' ' || day || ' ' || pathway || ' ' || status from care_event e
                        where not exists (select 1 from superseded s where s.version = e.version)
                        order by day, code""").query(String.class).list();
    }

    private static String patient(String id, String number) {
        return """
                {"resourceType":"Patient","id":"%s","identifier":[{"system":"%s","value":"%s"}],\
                "gender":"female","birthDate":"1936-01-01"}""".formatted(id, NUMBERS, number);
    }

    private static String procedure(String id, String code, String day, String more) {
        return """
                {"resourceType":"Procedure","id":"%s"%s,"status":"completed","code":{"coding":[{"system":\
                "urn:oid:1.2.752.116.1.3.2.1.4","code":"%s"}]},"subject":{"reference":"Patient/p"},\
                "performedDateTime":"%s"}""".formatted(id, more, code, day);
    }

    private static String bundle(String type, String... entries) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"%s\",\"entry\":[%s]}"
                .formatted(type, String.join(",", entries));
    }

    private static String entry(String resource) {
        return "{\"resource\":%s}".formatted(resource);
    }

    private static String lines(String... resources) {
        return String.join("\n", resources) + "\n";
    }

    @Test
    void a_bundle_of_a_made_up_patient_becomes_a_pathway_from_suspicion_to_first_drug() throws IOException {
        var run = shipped("lung.json");

        assertThat(run.english())
                .isEqualTo(
                        "13 resources: 4 new events, 0 already known, 0 rejected. Values for the overview: 4 new, 0 already"
                                + " known. 5 resources carried no code in the mapping. 2 belonged to a course of treatment that"
                                + " had begun.");
        assertThat(events())
                .containsExactly(
                        "VC010 2019-03-04  done",
                        "imaging-performed 2019-03-07 VC0 done",
                        "specimen-taken 2019-03-11 VC0 done",
                        "VC052 2019-03-12  done");
        var pathways = pathways();
        assertThat(pathways.size()).isEqualTo(1);
        assertThat(pathways.end(0) - pathways.start(0)).isEqualTo(8);
    }

    @Test
    void the_same_bundle_twice_changes_nothing() throws IOException {
        shipped("lung.json");
        var again = shipped("lung.json");

        assertThat(again.state()).isEqualTo(State.DONE);
        assertThat(again.accepted()).isZero();
        assertThat(again.withdrawn()).isZero();
        assertThat(again.duplicates()).isEqualTo(4);
        assertThat(installation.count("select count(*) from care_event")).isEqualTo(4);
    }

    @Test
    void a_bulk_file_whose_persons_come_last_gives_the_same_person_as_csv() {
        installation.read("a.csv", "person,code,time,source,id", NUMBER.substring(2) + ",VC010,2023-03-01,csv,1");
        var run = read("b.ndjson", lines(procedure("1", "VC050", "2023-04-10", ""), patient("p", NUMBER)));

        assertThat(run.accepted()).isEqualTo(1);
        assertThat(installation.count("select count(distinct person) from care_event"))
                .isEqualTo(1);
        var pathways = pathways();
        assertThat(pathways.end(0) - pathways.start(0)).isEqualTo(40);
    }

    @Test
    void a_packed_bulk_file_is_read_as_it_is() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(lines(patient("p", NUMBER), procedure("1", "VC010", "2023-04-10T23:30:00Z", ""))
                    .getBytes(StandardCharsets.UTF_8));
        }
        var run = installation.readBytes("b.ndjson.gz", false, packed.toByteArray());

        assertThat(run.accepted()).isEqualTo(1);
        assertThat(events()).containsExactly("VC010 2023-04-11  done");
    }

    @Test
    void a_broken_line_harms_no_other() {
        var run = read(
                "b.ndjson",
                lines(
                        patient("p", NUMBER),
                        "{\"resourceType\":\"Procedure\",",
                        procedure("1", "VC010", "2023-04-10", "")));

        assertThat(run.accepted()).isEqualTo(1);
        assertThat(rejects(run)).extracting(RejectedRow::line).containsExactly(2L);
    }

    @Test
    void a_newer_version_supersedes_and_an_older_one_that_comes_later_does_not() {
        var first = ",\"meta\":{\"lastUpdated\":\"2023-04-11T08:00:00Z\"}";
        var second = ",\"meta\":{\"lastUpdated\":\"2023-04-12T08:00:00Z\"}";
        read("a.ndjson", lines(patient("p", NUMBER), procedure("1", "VC010", "2023-04-10", first)));
        read("b.ndjson", lines(patient("p", NUMBER), procedure("1", "VC010", "2023-04-09", second)));
        assertThat(events()).containsExactly("VC010 2023-04-09  done");

        var late = read("c.ndjson", lines(patient("p", NUMBER), procedure("1", "VC010", "2023-04-10", first)));

        assertThat(late.accepted()).isZero();
        assertThat(events()).containsExactly("VC010 2023-04-09  done");
    }

    @Test
    void of_two_versions_in_one_file_the_one_learnt_last_is_current_wherever_it_stands() {
        var first = ",\"meta\":{\"lastUpdated\":\"2023-04-11T08:00:00Z\"}";
        var second = ",\"meta\":{\"lastUpdated\":\"2023-04-12T08:00:00Z\"}";
        read(
                "a.ndjson",
                lines(
                        procedure("1", "VC010", "2023-04-09", second),
                        procedure("1", "VC010", "2023-04-10", first),
                        patient("p", NUMBER)));

        assertThat(events()).containsExactly("VC010 2023-04-09  done");
    }

    @Test
    void what_was_entered_in_error_is_withdrawn() {
        read("a.ndjson", lines(patient("p", NUMBER), procedure("1", "VC010", "2023-04-10", "")));
        var run = read(
                "b.ndjson", lines("{\"resourceType\":\"Procedure\",\"id\":\"1\",\"status\":\"entered-in-error\"}"));
        var again = read(
                "b.ndjson", lines("{\"resourceType\":\"Procedure\",\"id\":\"1\",\"status\":\"entered-in-error\"}"));

        assertThat(run.withdrawn()).isEqualTo(1);
        assertThat(again.withdrawn()).isZero();
        assertThat(events()).containsExactly("VC010 2023-04-10  withdrawn");
        assertThat(pathways().size()).isZero();
    }

    @Test
    void a_resource_that_a_transaction_deletes_is_withdrawn() {
        read(
                "a.json",
                bundle("transaction", entry(patient("p", NUMBER)), entry(procedure("1", "VC010", "2023-04-10", ""))));
        var run =
                read("b.json", bundle("transaction", "{\"request\":{\"method\":\"DELETE\",\"url\":\"Procedure/1\"}}"));

        assertThat(run.withdrawn()).isEqualTo(1);
        assertThat(pathways().size()).isZero();
    }

    @Test
    void a_resource_whose_code_was_corrected_to_another_gives_no_event_any_more() {
        read("a.ndjson", lines(patient("p", NUMBER), procedure("1", "VC010", "2023-04-10", "")));
        var run = read("b.ndjson", lines(patient("p", NUMBER), procedure("1", "QV001", "2023-04-10", "")));

        assertThat(run.withdrawn()).isEqualTo(1);
        assertThat(pathways().size()).isZero();
    }

    @Test
    void a_month_alone_is_no_day() {
        var run = read("a.ndjson", lines(patient("p", NUMBER), procedure("1", "VC010", "2023-04", "")));

        assertThat(run.accepted()).isZero();
        var reject = rejects(run).getFirst();
        assertThat(reject.value()).isEqualTo("2023-04");
        assertThat(reject.english()).contains("nothing is guessed");
        assertThat(reject.swedish()).contains("inget gissas");
    }

    @Test
    void an_event_of_a_patient_that_nobody_sent_is_rejected_and_one_with_the_number_in_its_reference_is_not() {
        var run = read(
                "a.ndjson",
                lines(
                        procedure("1", "VC010", "2023-04-10", ""),
                        procedure("2", "VC010", "2023-04-10", "")
                                .replace(
                                        "\"reference\":\"Patient/p\"",
                                        "\"identifier\":{\"system\":\"%s\",\"value\":\"19360263-2386\"}"
                                                .formatted(NUMBERS))));

        assertThat(run.accepted()).isEqualTo(1);
        assertThat(rejects(run)).extracting(RejectedRow::column).containsExactly("person");
    }

    @Test
    void a_number_with_a_wrong_check_digit_is_nobody_and_is_written_nowhere() {
        var run = read("a.ndjson", lines(patient("p", "193602632387"), procedure("1", "VC010", "2023-04-10", "")));

        assertThat(run.rejected()).isEqualTo(1);
        assertThat(rejects(run).getFirst().english()).contains("check digit");
        assertThat(installation.count("select count(*) from reject r where r::text like '%3602632387%'"))
                .isZero();
    }

    @Test
    void what_is_planned_is_a_booking_and_what_lies_ahead_without_being_planned_is_rejected() {
        var run = read(
                "a.ndjson",
                lines(
                        patient("p", NUMBER),
                        procedure("1", "VC050", "2199-01-01", "").replace("completed", "preparation"),
                        procedure("2", "VC050", "2199-01-01", "")));

        assertThat(events()).containsExactly("VC050 2199-01-01  planned");
        assertThat(run.rejected()).isEqualTo(1);
    }

    @Test
    void a_made_up_patients_codes_mean_nothing_for_anybody_else() throws IOException {
        try (var in = FhirImportTest.class.getResourceAsStream("lung.json")) {
            var text = new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("https://github.com/synthetichealth/synthea", "urn:another");
            var run = read("a.json", text);

            assertThat(run.accepted()).isZero();
            assertThat(run.rejected()).isZero();
            assertThat(run.english()).contains("carried no code in the mapping");
        }
    }

    @Test
    void a_mapping_in_the_home_adds_codes_and_a_wrong_one_says_what_is_wrong() throws IOException {
        var folder = installation.home().folder().resolve("mappings");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("own.yaml"), """
                mapping: own
                systems:
                  local: http://example.org/codes
                rows:
                  - in: Procedure
                    code: local|BRONK
                    means: first-visit
                    pathway: lungcancer
                    date: performedDateTime
                """);
        try (var other = Installation.over(installation.home(), installation.url())) {
            var own = procedure("9", "BRONK", "2023-04-12", "")
                    .replace("urn:oid:1.2.752.116.1.3.2.1.4", "http://example.org/codes");
            other.readBytes("a.ndjson", false, lines(patient("p", NUMBER), own).getBytes(StandardCharsets.UTF_8));
            assertThat(events()).containsExactly("VC025 2023-04-12  done");
        } finally {
            Files.delete(folder.resolve("own.yaml"));
        }
    }

    @Test
    void a_file_that_is_no_fhir_leaves_nothing_and_says_why() {
        for (var text : List.of(
                "{\"a\":1}",
                "[{\"resourceType\":\"Patient\"}]",
                bundle("history", entry(patient("p", NUMBER))),
                bundle("collection", entry(procedure("1", "VC010", "2023-04-10", "")))
                        .substring(0, 150),
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + "{\"a\":[".repeat(5000))) {
            var run = read("a.json", text);

            assertThat(run.state()).isEqualTo(State.FAILED);
            assertThat(run.swedish()).isNotEmpty().doesNotContain("fel i systemet");
            assertThat(installation.count("select count(*) from care_event")).isZero();
        }
    }

    @Test
    void nothing_of_a_file_stays_in_the_folder_for_incoming_files() throws IOException {
        shipped("lung.json");
        read("a.json", "{\"a\":1}");

        try (var left = Files.walk(installation.home().folder().resolve("incoming"))) {
            assertThat(left.filter(Files::isRegularFile)
                            .map(file -> String.valueOf(file.getFileName()))
                            .toList())
                    .containsExactlyInAnyOrder("lock", "turn");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
