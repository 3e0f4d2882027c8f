package se.varjedag.eventlog.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.varjedag.eventlog.Rejection;
import se.varjedag.pathway.definition.Language;
import se.varjedag.pathway.event.CareEvent;

class CsvEventFileTest {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final Predicate<String> WELL_FORMED = code -> code.matches("V[A-Z]\\d{3}|imaging-performed|died");
    static final Judgement JUDGEMENT = new Judgement(WELL_FORMED, Judgement::nationalPrefix, TODAY);

    @TempDir
    Path folder;

    private final List<Rejection> rejections = new ArrayList<>();

    private CsvEventFile.Outcome read(byte[] bytes) throws IOException {
        var path = folder.resolve("events.csv");
        Files.write(path, bytes);
        var sizes = new PartReader.Sizes(1 << 12, 1 << 13, 1 << 16);
        return new CsvEventFile(path, JUDGEMENT, true, sizes, 2, (_, _, _) -> {}).read(rejections::add);
    }

    private CsvEventFile.Outcome read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<CareEvent> events(String text) throws IOException {
        return CsvEventFileLawTest.events(read(text));
    }

    private String trouble(byte[] bytes) throws IOException {
        var outcome = read(bytes);
        assertThat(outcome.events().size()).isZero();
        return outcome.report().trouble().orElseThrow().english();
    }

    private String trouble(String text) throws IOException {
        return trouble(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @Test
    void the_first_line_names_the_columns_in_any_order_and_any_case() throws IOException {
        assertThat(events("Time;CODE;comment;Person\n2023-05-17;VC010;hej;p1\n"))
                .containsExactly(CareEvent.of("p1", "VC010", LocalDate.of(2023, 5, 17)));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void the_separator_is_found_out(String separator) throws IOException {
        var text = "person,code,time,unit\np1,VC010,2023-05-17,U1\n".replace(",", separator);

        assertThat(events(text).getFirst().unit()).isEqualTo("U1");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void two_rows_of_too_few_values_are_never_taken_for_one(String separator) throws IOException {
        var read = read("person,code,time\np1,VC010\n2023-05-17\n".replace(",", separator));

        assertThat(read.report().rows()).isEqualTo(2);
        assertThat(read.events().size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2023-05-17, 2023-05-17",
        "2023-05-17T08:30, 2023-05-17",
        "2023-05-17 08:30:59, 2023-05-17",
        "2023-05-17T23:59:59.999, 2023-05-17",
        "2023-01-31T23:30:00Z, 2023-02-01",
        "2023-06-30T22:00Z, 2023-07-01",
        "2023-06-30T21:59:59Z, 2023-06-30",
        "2023-03-25T23:00Z, 2023-03-26",
        "2023-10-29T22:59Z, 2023-10-29",
        "2023-10-29T23:00Z, 2023-10-30",
        "2024-02-29T00:30+02:00, 2024-02-28",
        "2023-05-17T23:30-0500, 2023-05-18",
        "2023-05-17T08:30+02, 2023-05-17"
    })
    void an_instant_is_taken_to_stockholm_before_it_becomes_a_date(String time, LocalDate day) throws IOException {
        assertThat(events("person,code,time\np1,VC010," + time).getFirst().day())
                .isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-30",
                "2023-13-01",
                "2023-00-10",
                "2023-05-00",
                "2023-5-17",
                "17/05/2023",
                "20230517",
                "2023-05-17T",
                "2023-05-17T25:00",
                "2023-05-17T08:60",
                "2023-05-17T08:30:60",
                "2023-05-17T08:30+19:00",
                "2023-05-17X08:30",
                "2023-05-17T08:30:00.",
                "2023-05-17Tab:cd",
                "2O23-05-17",
                "2023-05-171",
                "1523-05-17"
            })
    void a_time_that_does_not_exist_is_rejected_with_line_column_value_and_reason(String time) throws IOException {
        var events = events("person,code,time\np1,VC010,2023-05-17\np2,VC010," + time + "\np3,VC010,2023-05-17\n");

        assertThat(events).extracting(CareEvent::person).containsExactly("p1", "p3");
        var rejection = rejections.getFirst();
        assertThat(rejection.line()).isEqualTo(3);
        assertThat(rejection.column()).isEqualTo("time");
        assertThat(rejection.value()).isEqualTo(time);
        assertThat(rejection.reason()).contains(time, "is not a date that exists");
        assertThat(rejection.reason(Language.SV)).contains(time, "inget datum som finns");
    }

    @Test
    void a_row_dated_after_today_is_rejected_unless_its_status_is_planned() throws IOException {
        var events = events(
                "person,code,time,status\np1,VC010,2026-11-21,\np2,VC010,2026-11-22,done\np3,VC010,2026-11-22,planned\n");

        assertThat(events).extracting(CareEvent::person).containsExactly("p1", "p3");
        assertThat(rejections.getFirst().reason()).contains("2026-11-22", "lies ahead");
    }

    @Test
    void a_code_that_is_well_formed_but_claimed_by_no_definition_is_kept() throws IOException {
        assertThat(events("person,code,time\np1,VQ999,2023-05-17\n")).hasSize(1);
        assertThat(rejections).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "person,'', The person is missing",
        "code,'', The code is missing",
        "code,XX1, is not a code",
        "code,vc010, is not a code",
        "time,'', The time is missing",
        "region,02, is not a county code in use",
        "region,3, is not a county code in use",
        "home_region,11, is not a county code in use",
        "sex,W, is not a sex",
        "born,57, is not a plausible year",
        "born,1850, is not a plausible year",
        "born,2027, is not a plausible year",
        "pathway,VC01, is not a pathway prefix",
        "status,gjord, is not a status",
        "registered,igår, is not a date that exists"
    })
    void a_value_that_cannot_be_used_rejects_its_row(String column, String value, String reason) throws IOException {
        var columns = List.of(
                "person", "code", "time", "region", "home_region", "sex", "born", "pathway", "status", "registered");
        var values = new ArrayList<>(List.of("p1", "VC010", "2023-05-17", "14", "14", "K", "1957", "VC0", "done", ""));
        values.set(columns.indexOf(column), value);

        assertThat(events(String.join(",", columns) + "\n" + String.join(",", values)))
                .isEmpty();

        assertThat(rejections).singleElement().satisfies(rejection -> {
            assertThat(rejection.column()).isEqualTo(column);
            assertThat(rejection.value()).isEqualTo(value);
            assertThat(rejection.reason()).contains(reason);
            assertThat(rejection.reason(Language.SV)).isNotEqualTo(rejection.reason());
        });
    }

    @Test
    void all_reasons_against_a_row_are_told() throws IOException {
        events("person,code,time,region\n,nope,2023-02-30,99\n");

        assertThat(rejections).extracting(Rejection::column).containsExactly("person", "code", "time", "region");
    }

    @Test
    void a_short_row_is_rejected_and_empty_values_beyond_the_last_column_are_not_minded() throws IOException {
        var events = events("person,code,time,unit\np1,VC010\np2,VC010,2023-05-17,,,\np3,VC010,2023-05-17,U,x\n");

        assertThat(events).extracting(CareEvent::person).containsExactly("p2");
        assertThat(rejections).extracting(Rejection::line).containsExactly(2L, 4L);
        assertThat(rejections.getFirst().reason()).contains("2 values", "4 columns");
    }

    @Test
    void lines_are_counted_as_an_editor_counts_them() throws IOException {
        events("person,code,time,unit\n\n\"p1\",VC010,2023-05-17,\"two\nlines\"\r\n\np2,nope,2023-05-17,\n");

        assertThat(rejections).extracting(Rejection::line).containsExactly(6L);
    }

    @Test
    void windows_1252_is_read_as_it_was_meant() throws IOException {
        var text = "person,code,time,unit\np1,VC010,2023-05-17,Östra €\np2,nope,2023-05-17,Ö\n";

        var outcome = read(text.getBytes(Charset.forName("windows-1252")));

        assertThat(outcome.events().event(0).unit()).isEqualTo("Östra €");
        assertThat(rejections).hasSize(1);
    }

    @Test
    void a_byte_order_mark_belongs_to_no_column() throws IOException {
        assertThat(events("\uFEFFperson,code,time\np1,VC010,2023-05-17\n")).hasSize(1);
    }

    @Test
    void a_gzipped_file_is_read_as_it_is_also_when_made_of_several() throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(gzip("person,code,time\np1,VC010,2023"));
        out.write(gzip("-05-17\np2,VC010,2023-05-17\n"));

        assertThat(CsvEventFileLawTest.events(read(out.toByteArray()))).hasSize(2);
    }

    @Test
    void nothing_is_used_from_a_gzipped_file_that_is_cut_off() throws IOException {
        byte[] whole = gzip("person,code,time\n" + "p1,VC010,2023-05-17\n".repeat(500));

        for (int length : new int[] {5, 20, whole.length / 2, whole.length - 1}) {
            assertThat(trouble(Arrays.copyOf(whole, length))).contains("cut off");
        }
    }

    @Test
    void an_empty_file_is_refused() throws IOException {
        assertThat(trouble("")).isEqualTo("The file is empty.");
        assertThat(trouble("\n \r\n")).isEqualTo("The file is empty.");
        assertThat(trouble("\uFEFF")).isNotEmpty();
    }

    @Test
    void a_file_that_is_no_csv_is_refused_with_what_to_do() throws IOException {
        assertThat(trouble(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0})).contains("not a text file");
        assertThat(trouble("PK\u0003\u0004 anything")).contains("Excel");
        assertThat(trouble("person,code,time\n".getBytes(StandardCharsets.UTF_16)))
                .contains("UTF-16");
        assertThat(trouble("person,code,time\n".getBytes(StandardCharsets.UTF_16LE)))
                .contains("UTF-16");
        assertThat(trouble("a".repeat(1 << 17))).contains("first line is longer");
    }

    @Test
    void a_missing_column_is_named_together_with_those_found() throws IOException {
        assertThat(trouble("person;time;enhet\np1;2023-05-17;U1\n"))
                .contains("lacks the column code", "person, time, enhet");
        assertThat(trouble("case_id,activity\n")).contains("person, code, time", "case_id, activity");
    }

    @Test
    void a_column_named_twice_is_refused() throws IOException {
        assertThat(trouble("person,code,time,Code\n")).contains("names the column code twice");
    }

    @Test
    void a_missing_file_is_refused() {
        var outcome = new CsvEventFile(
                        folder.resolve("gone.csv"), JUDGEMENT, true, PartReader.Sizes.USUAL, 2, (_, _, _) -> {})
                .read(rejections::add);

        assertThat(outcome.report().trouble().orElseThrow().english()).contains("cannot be opened");
    }

    @Test
    void a_row_longer_than_can_be_held_is_rejected_and_the_next_rows_are_used() throws IOException {
        var text = "person,code,time,unit\np1,VC010,2023-05-17,\np2,VC010,2023-05-17,\"" + "x\n".repeat(200_000)
                + "\"\np3,nope,2023-05-17,\np4,VC010,2023-05-17,\n";

        var events = events(text);

        assertThat(events).extracting(CareEvent::person).containsExactly("p1", "p4");
        assertThat(rejections).extracting(Rejection::line).containsExactly(3L, 200_004L);
        assertThat(rejections.getFirst().reason()).contains("longer than 65536 bytes");
        assertThat(rejections.getFirst().value()).hasSizeLessThan(100);
    }

    @Test
    void a_value_that_is_too_long_is_rejected_and_shown_cut_off() throws IOException {
        events("person,code,time,unit\np1,VC010,2023-05-17," + "å".repeat(1200) + "\n");

        assertThat(rejections.getFirst().reason()).contains("longer than 1,000 characters");
        assertThat(rejections.getFirst().value()).isEqualTo("å".repeat(60) + "…");
    }

    @Test
    void a_nul_byte_rejects_its_row_alone() throws IOException {
        var rows = "p0,VC010,2023-05-17,\n".repeat(300);

        var events = events("person,code,time,unit\n" + rows + "p1,VC010,2023-05-17,U\0\np2,VC010,2023-05-17,U\n");

        assertThat(events.getLast().person()).isEqualTo("p2");
        assertThat(rejections)
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("NUL"));
    }

    @Test
    void a_nul_byte_does_not_colour_the_values_of_other_rows() throws IOException {
        var rows = "p0,VC010,2023-05-17,\n".repeat(300);

        var events = events("person,code,time,region\n" + rows + "p1,VC010,2023-05-17,14\0\np2,VC010,2023-05-17,14\n");

        assertThat(events.getLast().region()).isEqualTo("14");
        assertThat(rejections).hasSize(1);
    }

    @Test
    void a_quotation_mark_inside_a_quoted_value_rejects_its_row() throws IOException {
        var events = events("person,code,time,unit\np1,VC010,2023-05-17,\"U\"1\np2,VC010,2023-05-17,U\"1\n");

        assertThat(events).extracting(CareEvent::unit).containsExactly("U\"1");
        assertThat(rejections.getFirst().reason()).contains("Write it twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p1,VC010,2023-05-17,\"U", "\"p1,VC010,2023-05-17,U"})
    void a_quotation_mark_that_is_never_closed_is_told(String row) throws IOException {
        events("person,code,time,unit\n" + row + "\np2,VC010,2023-05-17,U\n");

        assertThat(rejections.getFirst().line()).isEqualTo(2);
        assertThat(rejections.getFirst().reason()).contains("never closed");
    }

    @Test
    void k_is_shown_as_f() throws IOException {
        assertThat(events("person,code,time,sex\np1,VC010,2023-05-17,K\n")
                        .getFirst()
                        .sex())
                .isEqualTo("F");
    }

    @Test
    void what_was_learnt_when_is_kept() throws IOException {
        var events = events("person,code,time,registered\np1,VC010,2023-05-17,2023-06-01\n"
                + "p1,VC044,2023-05-17,2023-06-01T10:00\np1,VC050,2023-05-17,2023-06-01T10:00:00.5Z\n");

        assertThat(events)
                .extracting(CareEvent::registered)
                .containsExactly(
                        Instant.parse("2023-05-31T22:00:00Z"),
                        Instant.parse("2023-06-01T08:00:00Z"),
                        Instant.parse("2023-06-01T10:00:00.500Z"));
    }
}
