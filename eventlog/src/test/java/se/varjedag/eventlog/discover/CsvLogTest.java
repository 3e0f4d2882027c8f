package se.varjedag.eventlog.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.varjedag.eventlog.Rejection;
import se.varjedag.pathway.definition.Language;
import se.varjedag.pathway.flow.Variants;

class CsvLogTest {
    private static final String SMALL = """
            case_id,activity,timestamp
            a,Referral,2024-03-01T08:00
            a,Visit,2024-03-01T09:00
            """;

    @TempDir
    Path folder;

    private final List<Rejection> unusable = new ArrayList<>();

    @Test
    void reads_the_columns_case_id_activity_timestamp_in_any_order_and_any_case() throws Exception {
        var log = read("TIMESTAMP;Activity;x;Case_ID\n2024-03-01 09:00:00;Visit;;a\n2024-03-01 08:00:00;Referral;;a\n");

        assertThat(Variants.of(log)).extracting(Variants.Variant::text).containsExactly("Referral → Visit");
    }

    @Test
    void reads_an_event_file_as_it_is() throws Exception {
        var log = read("person,code,time,unit\np1,VC010,2023-05-17,\np1,VC050,2023-06-01T08:30,\n");

        assertThat(LogSummary.of(log).duration().max()).isEqualTo((15 * 24 + 8.5) * 3600);
        assertThat(LogSummary.of(log).first()).isEqualTo("2023-05-17T00:00:00");
    }

    @Test
    void reads_the_columns_named_by_the_options() throws Exception {
        var log = CaseLog.builder();
        new CsvLog(new CsvLog.Columns("who", "What", "when"), unusable::add)
                .read(file("who\tWHAT\twhen\n1\tx\t2024-01-01\n".getBytes(StandardCharsets.UTF_8)), log);

        assertThat(log.build().activities()).containsExactly("x");
    }

    @Test
    void a_column_that_is_not_there_is_named_with_those_that_are() {
        assertThatThrownBy(() -> read("patient,activity,timestamp\n1,x,2024-01-01\n"))
                .isInstanceOf(UnusableLog.class)
                .hasMessageContaining("no column 'case_id'")
                .hasMessageContaining("--case")
                .hasMessageContaining("patient, activity, timestamp");
    }

    @Test
    void utf_8_with_and_without_a_mark_and_windows_1252_read_the_same() throws Exception {
        var text = "case_id,activity,timestamp\n1,Återbesök – öron,2024-01-01\n";
        var marked = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);

        for (var bytes : List.of(
                text.getBytes(StandardCharsets.UTF_8), marked, text.getBytes(Charset.forName("windows-1252")))) {
            assertThat(read(bytes).activities()).containsExactly("Återbesök – öron");
        }
    }

    @Test
    void a_packed_file_reads_as_the_plain_one_whatever_its_name() throws Exception {
        assertThat(read(packed(SMALL)).events()).isEqualTo(2);
    }

    @Test
    void quoted_values_may_hold_separators_quotes_and_line_breaks() throws Exception {
        var log = read("case_id,activity,timestamp\r\n1,\"a,\"\"b\"\"\r\nc\",2024-01-01\r\n");

        assertThat(log.activities()).containsExactly("a,\"b\"\r\nc");
    }

    @Test
    void a_row_that_cannot_be_used_is_told_with_line_column_value_and_reason() throws Exception {
        var log = read(SMALL + "a,Visit,2023-02-30\na,,2024-01-01\nb\n");

        assertThat(log.events()).isEqualTo(2);
        assertThat(unusable)
                .extracting(Rejection::line, Rejection::column, Rejection::value)
                .containsExactly(
                        tuple(4L, "timestamp", "2023-02-30"), tuple(5L, "activity", ""), tuple(6L, "activity", ""));
        assertThat(unusable.getFirst().reason()).startsWith("This is not a time that exists");
    }

    @Test
    void events_without_a_name_for_their_case_are_one_case_and_are_counted() throws Exception {
        var log = CaseLog.builder();
        var reader = new CsvLog(CsvLog.Columns.FOUND, unusable::add);
        reader.read(file((SMALL + ",Visit,2024-01-01\n,Visit,2024-01-02\n").getBytes(StandardCharsets.UTF_8)), log);

        assertThat(log.build().cases()).isEqualTo(2);
        assertThat(reader.withoutCaseName()).isEqualTo(2);
        assertThat(unusable).isEmpty();
    }

    @Test
    void an_empty_file_is_refused() {
        assertThatThrownBy(() -> read("")).isInstanceOf(UnusableLog.class).hasMessageContaining("is empty");
        assertThatThrownBy(() -> read("\n \n")).isInstanceOf(UnusableLog.class).hasMessageContaining("is empty");
    }

    @Test
    void a_binary_file_is_refused() {
        assertThatThrownBy(() -> read(new byte[] {1, 2, 0, 4, 5}))
                .isInstanceOf(UnusableLog.class)
                .hasMessageContaining("not a text file");
    }

    @Test
    void a_packed_file_that_is_cut_off_is_refused() throws IOException {
        var whole = packed(SMALL.repeat(2000));

        assertThatThrownBy(() -> read(java.util.Arrays.copyOf(whole, whole.length / 2)))
                .isInstanceOf(UnusableLog.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void a_quote_that_never_ends_is_refused() {
        assertThatThrownBy(() -> read(SMALL + "a,\"" + "x".repeat(17 << 20)))
                .isInstanceOf(UnusableLog.class)
                .hasMessageContaining("quote never ends");
    }

    @Test
    void a_row_that_swallows_the_rest_of_the_file_by_an_open_quote_is_refused() throws Exception {
        var log = read("case_id,timestamp,activity\na,2024-01-01,\"x \"\"y\"\"\"\na,2024-01-02,\"z\nb,2024-01-01,x\n");

        assertThat(log.activities()).containsExactly("x \"y\"");
        assertThat(unusable).singleElement().satisfies(rejection -> {
            assertThat(rejection.line()).isEqualTo(3);
            assertThat(rejection.reason(Language.EN)).contains("never closed");
        });
    }

    @Test
    void a_quote_within_a_word_opens_nothing() throws Exception {
        var log = read("case_id,timestamp,activity\na,2024-01-02,5\" tube\nb,2024-01-01,x\n");

        assertThat(log.activities()).containsExactlyInAnyOrder("5\" tube", "x");
        assertThat(unusable).isEmpty();
    }

    @Test
    void a_file_that_does_not_exist_is_said_to_be_missing() {
        assertThatThrownBy(() -> new CsvLog(CsvLog.Columns.FOUND, unusable::add)
                        .read(folder.resolve("none.csv"), CaseLog.builder()))
                .isInstanceOf(UnusableLog.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void letters_split_over_any_two_reads_are_whole() throws IOException {
        var text = "å😀ö–é".repeat(50);
        for (int step = 1; step < 5; step++) {
            var reader = new LenientText(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            var read = new StringBuilder();
            var buffer = new char[step];
            for (int n = reader.read(buffer, 0, step); n >= 0; n = reader.read(buffer, 0, step)) {
                read.append(buffer, 0, n);
            }
            assertThat(read).hasToString(text);
        }
    }

    private CaseLog read(String text) throws Exception {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private CaseLog read(byte[] bytes) throws Exception {
        var log = CaseLog.builder();
        new CsvLog(CsvLog.Columns.FOUND, unusable::add).read(file(bytes), log);
        return log.build();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "log", ".csv"), bytes);
    }

    private static byte[] packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
