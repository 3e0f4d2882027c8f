package se.varjedag.eventlog.xes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.varjedag.eventlog.Rejection;
import se.varjedag.eventlog.discover.CaseLog;
import se.varjedag.eventlog.discover.LogSummary;
import se.varjedag.eventlog.discover.UnusableLog;
import se.varjedag.pathway.flow.Variants;

class XesLogTest {
    private static final String TWO_TRACES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <log xes.version="1849-2016" xmlns="http://www.xes-standard.org/">
              <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
              <global scope="event"><string key="concept:name" value="UNKNOWN"/></global>
              <classifier name="Activity and life" keys="concept:name lifecycle:transition"/>
              <string key="concept:name" value="a log"/>
              <trace>
                <string key="concept:name" value="1"/>
                <event>
                  <string key="concept:name" value="Visit"/>
                  <date key="time:timestamp" value="2024-03-01T09:00:00.000+01:00"/>
                  <string key="lifecycle:transition" value="complete"/>
                </event>
                <event>
                  <string key="org:resource" value="A"><string key="concept:name" value="not the activity"/></string>
                  <string key="concept:name" value="Röntgen &amp; svar"/>
                  <date key="time:timestamp" value="2024-03-01T10:30:00.000+01:00"/>
                  <string key="lifecycle:transition" value="start"/>
                </event>
              </trace>
              <trace>
                <event>
                  <string key="concept:name" value="Visit"/>
                  <date key="time:timestamp" value="2024-03-01T08:00:00.000Z"/>
                  <string key="lifecycle:transition" value="complete"/>
                </event>
              </trace>
            </log>
            """;

    @TempDir
    Path folder;

    private final List<Rejection> unusable = new ArrayList<>();

    @Test
    void every_trace_is_a_case_with_the_events_named_by_concept_name() throws Exception {
        var log = read(TWO_TRACES);

        assertThat(log.caseName(0)).isEqualTo("1");
        assertThat(Variants.of(log))
                .extracting(Variants.Variant::text)
                .containsExactly("Visit", "Visit → Röntgen & svar");
        assertThat(LogSummary.of(log).duration().max()).isEqualTo(5400);
        assertThat(LogSummary.of(log).first()).isEqualTo("2024-03-01T08:00:00Z");
    }

    @Test
    void a_classifier_asked_for_joins_its_attributes() throws Exception {
        var log = read(TWO_TRACES, "Activity and life");

        assertThat(log.activities()).containsExactly("Visit+complete", "Röntgen & svar+start");
    }

    @Test
    void a_classifier_that_is_not_there_is_answered_with_those_that_are() {
        assertThatThrownBy(() -> read(TWO_TRACES, "Resource"))
                .isInstanceOf(UnusableLog.class)
                .hasMessageContaining("Activity and life");
    }

    @Test
    void the_keys_of_a_classifier_may_be_quoted() {
        assertThat(ClassifierKeys.of("concept:name 'two words'  x")).containsExactly("concept:name", "two words", "x");
    }

    @Test
    void two_traces_of_one_name_are_two_cases() throws Exception {
        var trace = "<trace><string key='concept:name' value='1'/>" + event("x", "2024-01-01T00:00:00Z") + "</trace>";

        assertThat(read("<log>" + trace + trace + "</log>").cases()).isEqualTo(2);
    }

    @Test
    void events_without_name_or_time_are_told_and_left_out() throws Exception {
        var log = read("<log><trace>\n" + event("x", "2024-01-01T00:00:00Z") + "\n" + event("y", "2023-02-30T00:00:00Z")
                + "\n<event><string key='concept:name' value='z'/></event>"
                + "\n<event><date key='time:timestamp' value='2024-01-01T00:00:00Z'/></event></trace></log>");

        assertThat(log.events()).isEqualTo(1);
        assertThat(unusable).extracting(Rejection::line).containsExactly(3L, 4L, 5L);
        assertThat(unusable)
                .extracting(Rejection::column)
                .containsExactly("time:timestamp", "time:timestamp", "concept:name");
    }

    @Test
    void a_file_that_breaks_off_is_never_a_success_wherever_it_breaks() {
        var bytes = TWO_TRACES.strip().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> read(cut, null))
                    .as("cut after %d bytes", length)
                    .isInstanceOf(UnusableLog.class);
        }
    }

    @Test
    void a_broken_file_is_told_with_line_and_column() {
        assertThatThrownBy(() -> read("<log>\n<trace></log>"))
                .isInstanceOf(UnusableLog.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void a_log_without_events_is_never_a_success() {
        for (var empty : List.of("<log/>", "<log><trace/></log>", "<log><trace><event/></trace></log>")) {
            assertThatThrownBy(() -> read(empty))
                    .isInstanceOf(UnusableLog.class)
                    .hasMessageContaining("nothing to discover");
        }
    }

    @Test
    void xml_of_another_kind_is_refused_by_name() {
        assertThatThrownBy(() -> read("<html><body/></html>"))
                .isInstanceOf(UnusableLog.class)
                .hasMessageContaining("<html>");
    }

    @Test
    void something_after_the_log_makes_the_file_broken() {
        assertThatThrownBy(() -> read(TWO_TRACES + "<log/>")).isInstanceOf(UnusableLog.class);
    }

    @Test
    void an_entity_from_outside_is_never_fetched() throws Exception {
        var secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        var text = "<!DOCTYPE log [<!ENTITY s SYSTEM '" + secret.toUri() + "'>]><log><trace>"
                + event("&s;", "2024-01-01T00:00:00Z") + "</trace></log>";

        assertThatThrownBy(() -> read(text)).isInstanceOf(UnusableLog.class).hasMessageNotContaining("secret.txt' ");
    }

    @Test
    void an_entity_that_would_grow_without_end_is_refused() {
        var text = "<!DOCTYPE log [<!ENTITY a 'xxxxxxxxxx'><!ENTITY b '&a;&a;&a;&a;'>]><log><trace>"
                + event("&b;", "2024-01-01T00:00:00Z") + "</trace></log>";

        assertThatThrownBy(() -> read(text)).isInstanceOf(UnusableLog.class);
    }

    @Test
    void a_long_log_with_many_escaped_signs_is_read_whole() throws Exception {
        var events = event("a &amp; b &lt; c", "2024-01-01T00:00:00Z").repeat(120_000);

        assertThat(read("<log><trace>" + events + "</trace></log>").events()).isEqualTo(120_000);
    }

    @Test
    void a_packed_file_is_read_as_it_is_and_refused_when_cut_off() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(TWO_TRACES.getBytes(StandardCharsets.UTF_8));
        }
        var whole = Files.write(folder.resolve("log.xes.gz"), packed.toByteArray());
        var cut = Files.write(folder.resolve("cut.xes.gz"), Arrays.copyOf(packed.toByteArray(), packed.size() - 20));
        var log = CaseLog.builder();

        new XesLog(null, unusable::add).read(whole, log);

        assertThat(log.size()).isEqualTo(3);
        assertThatThrownBy(() -> new XesLog(null, unusable::add).read(cut, CaseLog.builder()))
                .isInstanceOf(UnusableLog.class);
    }

    private static String event(String name, String time) {
        return "<event><string key='concept:name' value='" + name + "'/><date key='time:timestamp' value='" + time
                + "'/></event>";
    }

    private CaseLog read(String text) throws Exception {
        return read(text, null);
    }

    private CaseLog read(String text, @Nullable String classifier) throws Exception {
        return read(text.getBytes(StandardCharsets.UTF_8), classifier);
    }

    private CaseLog read(byte[] bytes, @Nullable String classifier) throws Exception {
        var log = CaseLog.builder();
        new XesLog(classifier, unusable::add).read("test.xes", new ByteArrayInputStream(bytes), log);
        return log.build();
    }
}
