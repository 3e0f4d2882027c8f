package se.varjedag.app.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.varjedag.app.reference.Regions;

/// Somebody who lays everything open side by side: what the command writes, what the interface for programs answers,
/// and every file and table of the page Öppna siffror. Together they tell what the publication tells and nothing more;
/// and that no hidden number can be worked out from that is attacked with equations in `OpenFiguresAttackTest`.
@ExtendWith(SameEvents.Shared.class)
class OpenEverywhereTest {
    private static final String PAGE = "/folj-upp/oppna-siffror";

    /// The one year that has passed: the events end before the last day of the next.
    private static final String YEAR = "2022";

    /// The heads of the page's file by the names of the columns of every answer.
    private static final Map<String, String> HEADS = new LinkedHashMap<>();

    static {
        HEADS.put("n", "Startade behandling");
        HEADS.put("with_limit", "Med känd gräns");
        HEADS.put("within", "Inom gränsen");
        HEADS.put("share", "I tid");
        HEADS.put("median", "Median, dagar");
        HEADS.put("p75", "P75");
        HEADS.put("p80", "P80");
        HEADS.put("p90", "P90");
        HEADS.put("mean", "Medel");
        HEADS.put("overtime_days", "Övertidsdagar");
        HEADS.put("waiting", "Väntar");
        HEADS.put("waiting_overtime_days", "Väntandes övertidsdagar");
        HEADS.put("waiting_stale", "Inget hört på 180 dagar");
        HEADS.put("left", "Lämnade");
    }

    private final SameEvents events;

    OpenEverywhereTest(SameEvents events) {
        this.events = events;
    }

    @Test
    void the_command_and_the_interface_for_programs_tell_the_same_openly() throws Exception {
        for (var by : List.of("svf,region", "svf,hregion", "svf", "region", "hregion", "")) {
            var question = Map.of("by", by, "from", "2022-01-01", "to", "2022-12-31");
            var asked = new TreeMap<>(question);
            asked.put("open", "true");

            assertThat(Lines.ofCsv(events.asked("text/csv", asked))).as(by).isEqualTo(events.openly(question));
        }
    }

    @Test
    void the_page_and_its_files_tell_nothing_that_the_publication_hides() throws Exception {
        long told = 0;
        long hidden = 0;
        var published = published();
        for (var choice : choices(published)) {
            var own = new TreeMap<>(choice);
            own.put("ar", YEAR);
            var page =
                    events.page(Choice.of(YEAR + "-01", YEAR + "-12", Map.of()).at(PAGE, own));
            var figure = ShownFigure.in(page).getFirst();
            var taken = Lines.ofCsv(new String(events.file(figure.files().get("csv")), StandardCharsets.UTF_8));
            assertThat(taken.rows()).as(own::toString).isNotEmpty();
            for (var row : taken.rows()) {
                var line = published.get(name(choice, row.getFirst()));
                assertThat(line).as(own + " " + row.getFirst()).isNotNull();
                var hiddenHere = List.of(row.getLast().split(" · ", -1));
                for (var column : HEADS.entrySet()) {
                    if (taken.heads().contains(column.getValue())) {
                        boolean hides = List.of(line.get("hidden").split(" ")).contains(column.getKey());
                        assertThat(taken.cell(row, column.getValue()))
                                .as(own + " " + row.getFirst() + " " + column.getKey())
                                .isEqualTo(line.get(column.getKey()));
                        assertThat(hiddenHere.contains(column.getValue())).isEqualTo(hides);
                        told += hides ? 0 : 1;
                        hidden += hides ? 1 : 0;
                    }
                }
            }
            shown(figure, taken);
        }

        assertThat(told).isGreaterThan(1000);
        assertThat(hidden).isGreaterThan(1000);
    }

    @Test
    void years_beside_each_other_tell_what_each_tells_alone_but_those_waiting() throws Exception {
        var page = events.figure(PAGE, "oppna", Choice.of("2023-01", "2023-12", Map.of()), Map.of("by", "year"));

        assertThat(page.heads()).doesNotContain("Väntar");
        var line = published().get(List.of("", ""));
        for (var column : HEADS.entrySet()) {
            if (page.heads().contains(column.getValue())) {
                assertThat(page.of(YEAR, List.of(column.getValue())))
                        .as(column.getKey())
                        .containsExactly(line.get(column.getKey()));
            }
        }
    }

    @Test
    void what_narrows_the_other_pages_does_not_narrow_these_and_the_page_says_so() throws Exception {
        var all = Choice.of("2023-01", "2023-12", Map.of());
        var some = Choice.of(
                "2023-04", "2023-05", Map.of("sex", "F", "age", "60-69", "limit", "21", "asOf", "2023-06-30"));

        assertThat(events.figure(PAGE, "oppna", some, Map.of())).isEqualTo(events.figure(PAGE, "oppna", all, Map.of()));
        assertThat(events.page(some.at(PAGE, Map.of()))).contains("Gäller inte här: ");
        assertThat(events.page(all.at(PAGE, Map.of()))).doesNotContain("Gäller inte här: ");
    }

    /// Where something is hidden, the table says so in words and shows no number.
    private static void shown(ShownFigure figure, Lines taken) {
        var rows = figure.tables().getFirst().rows();
        for (var row : rows) {
            boolean hides =
                    !taken.of(row.getFirst(), List.of("Visas inte")).getFirst().isEmpty();
            if (row.contains("visas inte")) {
                assertThat(hides).as(row.getFirst()).isTrue();
            }
        }
        // By name, so that the order tells nothing.
        assertThat(rows.stream().map(List::getFirst).toList())
                .isEqualTo(taken.rows().stream().map(List::getFirst).toList());
    }

    /// Every way to look at one year.
    private List<Map<String, String>> choices(Map<List<String>, Map<String, String>> published) {
        var svfs = new TreeSet<String>();
        published.keySet().stream()
                .map(List::getFirst)
                .filter(id -> !id.isEmpty())
                .forEach(svfs::add);
        var choices = new ArrayList<Map<String, String>>();
        for (var by : List.of("svf", "region", "hregion")) {
            choices.add(Map.of("by", by));
        }
        for (var svf : svfs) {
            choices.add(Map.of("by", "region", "svf", svf));
            choices.add(Map.of("by", "hregion", "svf", svf));
        }
        Regions.all().forEach(region -> choices.add(Map.of("by", "svf", "region", region.code())));
        Regions.healthcareRegions().forEach(code -> choices.add(Map.of("by", "svf", "hregion", code)));
        return choices;
    }

    /// Which field of the publication a row is about: pathway and place.
    private List<String> name(Map<String, String> choice, String row) {
        var by = choice.get("by");
        var svf = choice.getOrDefault("svf", "");
        var place = choice.containsKey("region")
                ? "region " + choice.get("region")
                : choice.containsKey("hregion") ? "hregion " + choice.get("hregion") : "";
        if (row.equals("Riket") || row.equals("Alla vårdförlopp")) {
            return List.of(svf, place);
        }
        return by.equals("svf") ? List.of(byName(row), place) : List.of(svf, by + " " + code(by, row));
    }

    private String byName(String name) {
        return events.installation().timeline().definitions().all().stream()
                .map(one -> one.id())
                .filter(id -> events.pathway(id).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String code(String by, String name) {
        if (name.equals("uppgift saknas")) {
            return "";
        }
        return by.equals("region")
                ? Regions.all().stream()
                        .filter(region -> region.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .code()
                : Regions.healthcareRegions().stream()
                        .filter(code -> Regions.healthcareRegion(code).equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    /// Everything that the command tells openly of the year, by pathway and place.
    private Map<List<String>, Map<String, String>> published() {
        var all = new LinkedHashMap<List<String>, Map<String, String>>();
        for (var by : List.of("svf,region", "svf,hregion", "svf", "region", "hregion", "")) {
            var answer = events.openly(Map.of("by", by, "from", YEAR + "-01-01", "to", YEAR + "-12-31"));
            for (var row : answer.rows()) {
                var line = new TreeMap<String, String>();
                for (int i = 0; i < answer.heads().size(); i++) {
                    line.put(answer.heads().get(i), row.get(i));
                }
                var place = by.endsWith("hregion")
                        ? "hregion " + line.get("hregion")
                        : by.endsWith("region") ? "region " + line.get("region") : "";
                all.put(List.of(line.getOrDefault("svf", ""), place), line);
            }
        }
        return all;
    }
}
