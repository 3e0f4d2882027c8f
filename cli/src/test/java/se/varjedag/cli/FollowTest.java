package se.varjedag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.varjedag.pathway.definition.Language;

class FollowTest {
    /// Lung cancer: treated by surgery after 20 days, still waiting since 31 days, left after 10.
    private static final String THREE = """
            person,code,time,region,born
            a,VC010,2023-03-01,01,1950
            a,VC050,2023-03-21,14,1950
            b,VC010,2023-03-01,01,1960
            c,VC010,2023-03-01,01,1940
            c,VC078,2023-03-11,01,1940
            d,VG910,2023-03-31,03,1970
            d,VG950,2023-04-01,03,1970
            """;

    @TempDir
    Path folder;

    @Test
    void gives_the_columns_others_rely_on_in_their_order() throws IOException {
        var run = Run.of("follow", file("events.csv", THREE));

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.lines().getFirst())
                .isEqualTo("svf,n,with_limit,within,share,median,p75,p80,p90,mean,overtime_days,waiting,"
                        + "waiting_overtime_days,waiting_stale,left");
        assertThat(run.lines())
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).isEqualTo("brostcancer,1,1,1,1,1,1,1,1,1,0,0,,0,0"));
    }

    @Test
    void counts_the_waiting_as_of_the_day_asked_for() throws IOException {
        var run = Run.of("follow", file("events.csv", THREE), "--as-of", "2023-03-15", "--by", "");

        assertThat(run.lines().getLast()).startsWith("0,0,0,,,,,,,,2,").endsWith(",0,1");
    }

    @Test
    void filters_by_values_of_any_key() throws IOException {
        var run = Run.of("follow", file("events.csv", THREE), "--only", "svf=brostcancer", "--by", "region");

        assertThat(run.lines()).hasSize(2);
        assertThat(run.lines().getLast()).startsWith("03,1,");
    }

    @Test
    void writes_json_with_the_same_names_and_numbers() throws IOException {
        assertThat(Run.of("follow", file("events.csv", THREE), "--format", "json", "--only", "region=03")
                        .out())
                .startsWith("[\n  {\"svf\": \"brostcancer\", \"n\": 1, ")
                .contains("\"waiting_overtime_days\": null");
    }

    @Test
    void a_person_gets_an_aligned_table() throws IOException {
        assertThat(Run.in(Language.EN, true, "follow", file("events.csv", THREE))
                        .out())
                .contains("─")
                .contains("100.0 %");
    }

    @Test
    void inclusion_is_shown_when_expected_cases_are_given() throws IOException {
        var expected = file("expected.csv", "svf,home_region,year,cases\nlungcancer,,2023,4\nbrostcancer,,2023,10\n");
        var run = Run.of("follow", file("events.csv", THREE), "--expected", expected, "--by", "svf");

        assertThat(run.lines().getFirst()).endsWith(",left,cases,inclusion");
        assertThat(run.lines()).anySatisfy(line -> assertThat(line).endsWith(",4,0.25"));
    }

    @Test
    void faults_of_registration_are_summed_up_and_listed_on_demand() throws IOException {
        var findings = folder.resolve("findings.csv");
        var events = file("events.csv", THREE + "e,VC050,2023-03-05,01,1950\n");

        var run = Run.of("follow", events, "--findings", findings);

        assertThat(run.err()).contains("rule 10").contains("Faults of registration: 1.");
        assertThat(Files.readAllLines(findings)).hasSize(2);
        assertThat(Files.readAllLines(findings).getLast())
                .startsWith("10,end-with-nothing-open,e,lungcancer,,VC050,2023-03-05,");
    }

    @Test
    void rejected_rows_are_told_and_the_others_used() throws IOException {
        var rejects = folder.resolve("rejects.csv");
        var events = file("events.csv", THREE + "e,VC010,2023-02-30,01,\nf,hello,2023-03-01,01,\n");

        var run = Run.of("follow", events, "--rejects", rejects);

        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("Rows that could not be used: 2.");
        assertThat(Files.readAllLines(rejects)).hasSize(3);
        assertThat(Files.readAllLines(rejects).get(1)).contains(",9,time,2023-02-30,");
        assertThat(Files.readAllLines(rejects).get(2)).contains(",10,code,hello,");
    }

    @Test
    void a_definition_with_mistakes_is_told_with_file_and_line() throws IOException {
        var definitions = Files.createDirectory(folder.resolve("definitions"));
        Files.writeString(definitions.resolve("mine.yaml"), "id: [\n");

        var events = file("events.csv", THREE);
        var run = Run.of("follow", events, "--definitions", definitions);
        var swedish = Run.in(Language.SV, false, "follow", events, "--definitions", definitions);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("mine.yaml:").contains("This is not YAML");
        assertThat(swedish.err()).contains("mine.yaml:").contains("Det här är inte YAML");
    }

    @Test
    void refused_rows_and_faults_are_not_written_to_one_file() throws IOException {
        var lists = folder.resolve("lists.csv");

        var run = Run.of("follow", file("events.csv", THREE), "--rejects", lists, "--findings", lists);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("name the same file");
        assertThat(lists).doesNotExist();
    }

    @Test
    void a_file_of_column_names_only() throws IOException {
        refused(file("names.csv", "person,code,time\n"), "holds no row");
    }

    // Bad input, one after the other: a clear sentence, a right exit status, and no figures.

    @Test
    void an_empty_file() throws IOException {
        refused(file("empty.csv", ""), "");
    }

    @Test
    void a_binary_file() throws IOException {
        var bytes = new byte[4096];
        new java.util.Random(1).nextBytes(bytes);
        refused(Files.write(folder.resolve("binary.csv"), bytes), "");
    }

    @Test
    void a_file_without_the_column_code() throws IOException {
        refused(file("nocode.csv", "person,time\na,2023-01-01\n"), "code");
    }

    @Test
    void a_day_that_does_not_exist() throws IOException {
        refused(file("day.csv", "person,code,time\na,VC010,2023-02-30\n"), "2023-02-30");
    }

    @Test
    void a_day_that_has_not_come() throws IOException {
        refused(file("future.csv", "person,code,time\na,VC010,2026-11-22\n"), "2026-11-22");
        assertThat(Run.of("follow", file("today.csv", "person,code,time\na,VC010,2026-11-21\n"))
                        .status())
                .isZero();
    }

    @Test
    void a_code_that_is_none() throws IOException {
        refused(file("code.csv", "person,code,time\na,C34.1,2023-01-01\n"), "C34.1");
    }

    @Test
    void a_code_that_no_definition_claims_is_kept_with_a_finding() throws IOException {
        var run = Run.of("follow", file("code.csv", "person,code,time\na,VQ110,2023-01-01\n"));

        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("rule 2");
    }

    @Test
    void a_number_with_a_wrong_check_digit_makes_all_of_them_pseudonyms() throws IOException {
        var run = Run.of(
                "follow",
                file(
                        "numbers.csv",
                        "person,code,time\n19121212-1212,VC010,2023-01-01\n19121212-1213,VC010,2023-01-01\n"));

        assertThat(run.status()).isZero();
        assertThat(run.lines().getLast()).contains(",2,");
    }

    @Test
    void two_hundred_megabytes_in_one_line() throws IOException {
        var file = folder.resolve("line.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("person,code,time\n");
            var part = "x".repeat(1 << 20);
            for (int i = 0; i < 200; i++) {
                out.write(part);
            }
        }
        refused(file, "");
    }

    @Test
    void a_packed_file_that_is_cut_off() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(THREE.repeat(500).getBytes(StandardCharsets.UTF_8));
        }
        refused(Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(packed.toByteArray(), packed.size() / 2)), "");
    }

    @Test
    void a_file_that_does_not_exist() {
        refused(folder.resolve("none.csv"), "none.csv");
    }

    private void refused(Path file, String word) {
        var run = Run.of("follow", file);

        assertThat(run.status()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(word)
                .contains("varjedag: No row could be used, so there are no figures.")
                .doesNotContain("Exception");
        assertThat(run.err().lines().count()).as(run.err()).isBetween(2L, 8L);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
