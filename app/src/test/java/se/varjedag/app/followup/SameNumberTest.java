package se.varjedag.app.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.varjedag.app.reference.Regions;

/// The command, the interface for programs and the pages give the same number for the same question, to the last digit.
@ExtendWith(SameEvents.Shared.class)
class SameNumberTest {
    private static final Pattern MEMBER = Pattern.compile("\"([^\"]+)\": (\"[^\"]*\"|null|[^,}]+)");

    private final SameEvents events;

    SameNumberTest(SameEvents events) {
        this.events = events;
    }

    @Test
    void the_command_and_the_interface_for_programs_answer_alike() throws Exception {
        for (var question : List.of(
                Map.<String, String>of(),
                Map.of("by", "svf,region,quarter"),
                Map.of("by", "treatment,sex,age", "from", "2023-01-01", "to", "2023-06-30"),
                Map.of("by", "hregion,month", "count-by", "start", "svf", "prostatacancer,hudmelanom"),
                Map.of("by", "svf,home_region,year", "from", "2023-01-01", "to", "2023-12-31"),
                Map.of("by", "unit", "measure", "specimen-taken..pathology-reported", "limit", "5"),
                Map.of("by", "region", "limit", "21", "as-of", "2023-10-15"),
                Map.of("by", "", "region", "12", "sex", "F", "min-count", "3"))) {
            var answer = events.follow(question);

            assertThat(events.asked("text/csv", question))
                    .as(question::toString)
                    .isEqualTo(answer);
            assertThat(fromJson(events.asked("application/json", question), answer))
                    .as(question::toString)
                    .isEqualTo(answer);
        }
    }

    @Test
    void the_pages_show_what_the_command_answers() throws Exception {
        var months = by("month", "2022-01-01", "2023-12-31");
        var overtime = cells("/laget/overtid.csv?to=2023-12");
        assertThat(overtime).hasSize(24);
        months.forEach((month, line) -> assertThat(line(
                        overtime,
                        month,
                        "Övertidsdagar",
                        "Startade behandling",
                        "Med känd gräns",
                        "Inom gränsen",
                        "Andel"))
                .isEqualTo(figures(line, "overtime_days", "n", "with_limit", "within", "share")));

        var regions = by("region", "2023-01-01", "2023-12-31");
        var page = cells("/laget/regioner.csv?from=2023-01&to=2023-12");
        assertThat(page).hasSize(regions.size() + 1);
        regions.forEach((region, line) -> assertThat(line(
                        page,
                        region.isEmpty() ? "Region saknas" : Regions.name(region),
                        "Startade behandling",
                        "Med känd gräns",
                        "Inom gränsen",
                        "Andel",
                        "Övertidsdagar"))
                .isEqualTo(figures(line, "n", "with_limit", "within", "share", "overtime_days")));
        assertThat(line(page, "Riket", "Startade behandling", "Övertidsdagar", "Inklusion"))
                .isEqualTo(figures(by("", "2023-01-01", "2023-12-31").get(""), "n", "overtime_days", "inclusion"));
    }

    @Test
    void those_waiting_on_the_page_are_those_the_command_counts() throws Exception {
        var all = by("", "2023-12-01", "2023-12-31").get("");
        var page = cells("/laget/vantar.csv?to=2023-12");
        var stale = page.get("inget hört på 180 dagar").get("Vårdförlopp");
        long waiting = page.values().stream()
                        .mapToLong(line -> Long.parseLong(line.get("Vårdförlopp")))
                        .sum()
                - Long.parseLong(stale);

        assertThat(List.of(Long.toString(waiting), stale)).isEqualTo(figures(all, "waiting", "waiting_stale"));
    }

    @Test
    void the_days_of_one_pathway_on_its_page_are_those_the_command_counts() throws Exception {
        var one = by("svf", "2023-01-01", "2023-12-31").get("brostcancer");
        var days = cells("/vardforlopp/brostcancer/fordelning.csv?from=2023-01&to=2023-12");
        long n = 0;
        double sum = 0;
        for (var day : days.entrySet()) {
            long here = Long.parseLong(day.getValue().get("Startade behandling"));
            n += here;
            sum += here * Double.parseDouble(day.getKey());
        }

        assertThat(List.of(Long.toString(n), Double.toString(sum / n))).isEqualTo(figures(one, "n", "mean"));
        var kinds = cells("/vardforlopp/brostcancer/granser.csv?from=2023-01&to=2023-12");
        for (var column : Map.of("Startade behandling", "n", "Med känd gräns", "with_limit", "Inom gränsen", "within")
                .entrySet()) {
            long all = kinds.values().stream()
                    .mapToLong(line -> Long.parseLong(line.get(column.getKey())))
                    .sum();
            assertThat(Long.toString(all)).isEqualTo(one.get(column.getValue()));
        }
    }

    /// The command's lines by the value of their one key.
    private Map<String, Map<String, String>> by(String key, String from, String to) {
        return table(events.follow(Map.of("by", key, "from", from, "to", to)), key.isEmpty());
    }

    /// The lines of a page's file by their first cell.
    private Map<String, Map<String, String>> cells(String path) throws Exception {
        return table(events.page(path).replace("\uFEFF", "").replace("\r", ""), false);
    }

    private static Map<String, Map<String, String>> table(String csv, boolean keyless) {
        var rows = csv.lines().filter(line -> !line.isBlank()).toList();
        var head = rows.getFirst().replace("\"Gräns, dagar\"", "Gräns").split(",", -1);
        var table = new LinkedHashMap<String, Map<String, String>>();
        for (var row : rows.subList(1, rows.size())) {
            var cells = row.split(",", -1);
            var line = new LinkedHashMap<String, String>();
            for (int i = 0; i < head.length; i++) {
                line.put(head[i], cells[i]);
            }
            table.merge(keyless ? "" : cells[0], line, (one, other) -> {
                throw new AssertionError("Two lines of " + cells[0]);
            });
        }
        return table;
    }

    private static List<String> line(Map<String, Map<String, String>> table, String key, String... columns) {
        return figures(table.getOrDefault(key, Map.of()), columns);
    }

    private static List<String> figures(Map<String, String> line, String... columns) {
        return List.of(columns).stream()
                .map(column -> line.getOrDefault(column, "?"))
                .toList();
    }

    /// The lines of a JSON answer in the columns of a CSV answer.
    private static String fromJson(String json, String csv) {
        var head = csv.lines().findFirst().orElseThrow();
        var lines = new ArrayList<>(List.of(head));
        for (var line : json.lines().filter(one -> one.contains("{")).toList()) {
            var values = new LinkedHashMap<String, String>();
            var members = MEMBER.matcher(line);
            while (members.find()) {
                values.put(
                        members.group(1),
                        members.group(2).equals("null") ? "" : members.group(2).replace("\"", ""));
            }
            lines.add(String.join(
                    ",",
                    List.of(head.split(",")).stream()
                            .map(name -> values.getOrDefault(name, "?"))
                            .toList()));
        }
        return String.join("\n", lines) + "\n";
    }
}
