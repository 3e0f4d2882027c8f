package se.varjedag.app.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MeasureReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.varjedag.app.fhir.Standard;

/// A report given out as FHIR holds the figures that the command answers, to the last digit.
@ExtendWith(SameEvents.Shared.class)
class ReportNumbersTest {
    private static final String GROUP = "urn:varjedag:group:";

    private final SameEvents events;

    ReportNumbersTest(SameEvents events) {
        this.events = events;
    }

    @Test
    void every_report_says_what_the_command_answers() throws Exception {
        same(Map.of("by", "svf", "from", "2023-01-01", "to", "2023-12-31"), "period=2023");
        same(Map.of("by", "region", "from", "2023-02-01", "to", "2023-02-28"), "by=region&period=2023-02");
        same(
                Map.of("by", "svf,unit", "from", "2022-07-01", "to", "2023-03-31"),
                "by=svf,unit&period=ge2022-07-01&period=le2023-03-31");
        same(
                Map.of("by", "hregion,sex", "from", "2023-01-01", "to", "2023-12-31", "count-by", "start"),
                "by=hregion,sex&period=2023&countBy=start");
        same(
                Map.of(
                        "by",
                        "region",
                        "measure",
                        "specimen-taken..pathology-reported",
                        "from",
                        "2023-01-01",
                        "to",
                        "2023-12-31"),
                "by=region&period=2023&measure=Measure/specimen-taken..pathology-reported");
        same(Map.of("by", "", "from", "2022-01-01", "to", "2022-12-31"), "by=&period=2022");
    }

    private void same(Map<String, String> question, String search) throws Exception {
        var answered = lines(events.follow(question), question.get("by"));
        var reported = new TreeMap<String, Map<String, String>>();
        for (var report : reports("/fhir/MeasureReport?_count=200&" + search)) {
            reported.put(key(report, question.get("by")), figures(report));
        }
        assertThat(reported.keySet()).as(search).isEqualTo(answered.keySet());
        answered.forEach((key, line) ->
                assertThat(reported.get(key)).as(search + " " + key).isEqualTo(line));
        assertThat(answered).isNotEmpty();
    }

    private List<MeasureReport> reports(String path) throws Exception {
        var all = new ArrayList<MeasureReport>();
        var next = path;
        while (!next.isEmpty()) {
            var text = events.page(next);
            Standard.entries(text).forEach(one -> all.add((MeasureReport) one));
            var link = Standard.read(Bundle.class, text).getLink("next");
            next = link == null ? "" : link.getUrl().substring(link.getUrl().indexOf("/fhir"));
        }
        return all;
    }

    private static String key(MeasureReport report, String by) {
        var values = new ArrayList<String>();
        for (var name : by.isEmpty() ? new String[0] : by.split(",", -1)) {
            var coding = (Coding) report.getExtensionByUrl(GROUP + name).getValue();
            values.add(coding.hasCode() ? coding.getCode() : "");
        }
        return String.join(",", values);
    }

    private static Map<String, String> figures(MeasureReport report) {
        var figures = new TreeMap<String, String>();
        for (var group : report.getGroup()) {
            figures.put(
                    group.getCode().getCodingFirstRep().getCode(),
                    plain(group.getMeasureScore().getValueElement().getValueAsString()));
        }
        return figures;
    }

    /// The command's lines by their keys; a figure that is not defined is left out.
    private static Map<String, Map<String, String>> lines(String csv, String by) {
        var rows = csv.lines().toList();
        var head = rows.getFirst().split(",", -1);
        int keys = by.isEmpty() ? 0 : by.split(",", -1).length;
        var lines = new TreeMap<String, Map<String, String>>();
        for (var row : rows.subList(1, rows.size())) {
            var cells = row.split(",", -1);
            var figures = new TreeMap<String, String>();
            for (int i = keys; i < cells.length; i++) {
                if (!cells[i].isEmpty()) {
                    figures.put(head[i], plain(cells[i]));
                }
            }
            lines.put(String.join(",", List.of(cells).subList(0, keys)), figures);
        }
        return lines;
    }

    /// The digits, whichever way they are written.
    private static String plain(String figure) {
        return new BigDecimal(figure).stripTrailingZeros().toPlainString();
    }

    @Test
    void a_report_is_found_again_by_its_id_and_is_as_the_standard_asks() throws Exception {
        var page = events.page("/fhir/MeasureReport?by=svf,region&period=2023&_count=5");
        assertThat(Standard.faults(page)).isEmpty();
        assertThat(Standard.faults(events.page("/fhir/Measure"))).isEmpty();
        assertThat(Standard.faults(events.page("/fhir/Measure/suspicion..treatment")))
                .isEmpty();
        var ids = new TreeSet<String>();
        for (var report : Standard.entries(page)) {
            var again = Standard.read(MeasureReport.class, events.page("/fhir/MeasureReport/" + report.getIdPart()));
            assertThat(figures(again)).isEqualTo(figures((MeasureReport) report));
            assertThat(report.getIdPart()).hasSizeLessThanOrEqualTo(64);
            ids.add(report.getIdPart());
        }
        assertThat(ids).hasSize(5);
        assertThat(reports("/fhir/MeasureReport?_id=" + String.join(",", ids))).hasSize(5);
    }

    @Test
    void a_report_that_is_named_is_found_only_where_the_rest_holds_too() throws Exception {
        var report = reports("/fhir/MeasureReport?by=svf,region&period=2023&_count=200")
                .getFirst();
        var named = "/fhir/MeasureReport?_id=" + report.getIdPart();
        var region = key(report, "region");

        assertThat(reports(named + "&region=" + region + "&period=2023&countBy=end&minCount=1"))
                .hasSize(1);
        for (var other : List.of(
                "region=" + (region.equals("01") ? "12" : "01"),
                "period=2022",
                "countBy=start",
                "measure=suspicion..first-visit",
                "by=svf",
                "minCount=999999999")) {
            assertThat(reports(named + "&" + other)).as(other).isEmpty();
        }
    }

    @Test
    void what_reports_are_narrowed_by_tells_them_apart_too() throws Exception {
        var all = new LinkedHashMap<String, Map<String, String>>();
        for (var report : reports("/fhir/MeasureReport?by=svf,region&period=2023&_count=200")) {
            if (key(report, "region").equals("12")) {
                all.put(report.getIdPart(), figures(report));
            }
        }
        var narrowed = new LinkedHashMap<String, Map<String, String>>();
        for (var report : reports("/fhir/MeasureReport?by=svf&region=12&period=2023&_count=200")) {
            narrowed.put(report.getIdPart(), figures(report));
        }
        assertThat(narrowed).isEqualTo(all).isNotEmpty();
        assertThat(Standard.read(
                                Bundle.class,
                                events.page("/fhir/MeasureReport?by=svf&region=12&period=2023&_summary=count"))
                        .getTotal())
                .isEqualTo(all.size());
    }
}
