package se.varjedag.app.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.web.Formats;
import se.varjedag.pathway.definition.Language;

/// Where a page counts more than a question gives (limits of a chart, ways of patients, scenarios, faults), the numbers
/// it starts from are those that the command gives to the same question.
@ExtendWith(SameEvents.Shared.class)
class StepNumbersTest {
    static final List<Choice> CHOICES = FollowUpNumbersTest.CHOICES;

    private static final Formats FORMATS = new Formats(Language.SV);
    private static final YearMonth EARLY = YearMonth.of(2021, 1);

    private final SameEvents events;

    StepNumbersTest(SameEvents events) {
        this.events = events;
    }

    @ParameterizedTest
    @FieldSource("CHOICES")
    void change_from_month_to_month(Choice choice) throws Exception {
        for (var measure : Map.of("andel", "share", "median", "median", "overtid", "overtime_days", "behandlade", "n")
                .entrySet()) {
            var page = events.figure("/folj-upp/forandring", "forandring", choice, Map.of("matt", measure.getKey()));
            var months = events.answer(choice.asked("month", EARLY, choice.to()));
            assertThat(page.rows()).isNotEmpty();
            for (var line : months.rows()) {
                var name = line.getFirst().isEmpty() ? "" : FORMATS.month(YearMonth.parse(line.getFirst()));
                if (page.names(name)) {
                    var row = page.of(name, page.heads());
                    assertThat(List.of(
                                    row.get(1),
                                    page.cell(row, "Startade behandling"),
                                    page.cell(row, "Med känd gräns")))
                            .as(measure.getKey() + " " + name)
                            .isEqualTo(months.cells(line, List.of(measure.getValue(), "n", "with_limit")));
                }
            }
            assertThat(page.names(FORMATS.month(choice.to()))).isTrue();
        }
    }

    @ParameterizedTest
    @FieldSource("CHOICES")
    void change_between_two_periods(Choice choice) throws Exception {
        var page = events.figure("/folj-upp/forandring", "perioder", choice, Map.of());
        var earlier = events.answer(
                choice.asked("", choice.from().minusYears(1), choice.to().minusYears(1)));
        var later = events.answer(choice.asked(""));
        for (var one : Map.of("Andel inom gränsen", "share", "Median, dagar", "median", "Startade behandling", "n")
                .entrySet()) {
            if (page.names(one.getKey())) {
                var row = page.of(one.getKey(), page.heads());
                assertThat(row.subList(1, 3))
                        .as(one.getKey())
                        .containsExactly(only(earlier, one.getValue()), only(later, one.getValue()));
            }
        }
        if (page.names("Övertidsdagar per patient med känd gräns")) {
            var row = page.of("Övertidsdagar per patient med känd gräns", page.heads());
            assertThat(Double.parseDouble(row.get(2)))
                    .isEqualTo((double) later.sum("overtime_days") / later.sum("with_limit"));
        }
    }

    @ParameterizedTest
    @FieldSource("CHOICES")
    void the_ways_of_patients(Choice choice) throws Exception {
        if (!choice.has("svf")) {
            var page = events.figure("/folj-upp/flode", "vardforlopp", choice, Map.of());
            var answer = events.answer(choice.asked("svf"));
            assertThat(page.sum("Startade behandling")).isEqualTo(answer.sum("n"));
            for (var line : answer.rows()) {
                assertThat(page.of(events.pathway(line.getFirst()), List.of("Startade behandling", "Median, dagar")))
                        .isEqualTo(answer.cells(line, List.of("n", "median")));
            }
        }
        var one = choice.with("svf", "brostcancer");
        var ways = events.figure("/folj-upp/flode", "varianter", one, Map.of());
        var answer = events.answer(one.asked(""));
        assertThat(ways.sum("Med känd gräns")).isEqualTo(answer.sum("with_limit"));
        assertThat(ways.sum("Inom gränsen")).isEqualTo(answer.sum("within"));
        long treated = ways.rows().stream()
                .filter(row -> !ways.cell(row, "Slut").startsWith("Avslutad"))
                .mapToLong(row -> Long.parseLong(ways.cell(row, "Patienter")))
                .sum();
        assertThat(treated).isEqualTo(answer.sum("n"));
    }

    @ParameterizedTest
    @FieldSource("CHOICES")
    void a_scenario_starts_from_what_is_and_another_limit_is_another_question(Choice choice) throws Exception {
        var page = events.figure("/folj-upp/tank-om", "scenarier", choice, Map.of());
        var columns = List.of(
                "Startade behandling",
                "Med känd gräns",
                "Inom gränsen",
                "Andel",
                "Övertidsdagar",
                "Median, dagar",
                "Väntandes övertidsdagar");
        var asked = List.of("n", "with_limit", "within", "share", "overtime_days", "median", "waiting_overtime_days");

        assertThat(page.of("Som det är", columns)).isEqualTo(cells(choice.asked(""), asked));
        assertThat(page.of("Gränsen 21\u00a0dagar för alla", columns))
                .isEqualTo(cells(choice.with("limit", "21").asked(""), asked));
    }

    @ParameterizedTest
    @FieldSource("CHOICES")
    void equity_between_groups(Choice choice) throws Exception {
        var columns = List.of("Inom gränsen", "Med känd gräns", "Andel", "Median, dagar", "80 % startade, dag");
        var asked = List.of("within", "with_limit", "share", "median", "p80");
        var sex = events.figure("/folj-upp/jamlikhet", "kon", choice, Map.of());
        var bySex = events.answer(choice.asked("sex"));
        for (var line : bySex.rows()) {
            var name = line.getFirst().equals("F") ? "Kvinnor" : "Män";
            if (!line.getFirst().isEmpty() && sex.names(name)) {
                assertThat(sex.of(name, columns)).as(name).isEqualTo(bySex.cells(line, asked));
            }
        }
        var home = events.figure("/folj-upp/jamlikhet", "hemregion", choice, Map.of());
        var byHome = events.answer(choice.asked("home_region"));
        assertThat(home.rows()).isNotEmpty();
        for (var line : byHome.rows()) {
            var name = Regions.name(line.getFirst());
            if (!line.getFirst().isEmpty() && home.names(name)) {
                assertThat(home.of(name, columns)).as(name).isEqualTo(byHome.cells(line, asked));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("CHOICES")
    void registration_counts_those_of_the_answer(Choice choice) throws Exception {
        var all = events.answer(choice.asked(""));
        var points = events.figure("/folj-upp/registrering", "matpunkter", choice, Map.of("by", "svf"));
        assertThat(points.sum("Startade behandling")).isEqualTo(all.sum("n"));
        var corrected = events.figure("/folj-upp/registrering", "rattning", choice, Map.of());
        assertThat(corrected.of(
                        "Som det står", List.of("Startade behandling", "Med känd gräns", "Inom gränsen", "Andel")))
                .isEqualTo(cells(choice.asked(""), List.of("n", "with_limit", "within", "share")));
    }

    @Test
    void the_prognosis_adds_up_to_those_who_wait_with_a_known_limit() throws Exception {
        OnlyWhenReady.prognosis(events);
        var everybody = Choice.of("2023-01", "2023-12", Map.of());
        var waiting = events.figure("/folj-upp/tank-om", "scenarier", everybody, Map.of())
                .of("Som det är", List.of("Väntar, med känd gräns"));
        for (var figure : List.of("vardforlopp", "regioner")) {
            var outlook = events.figure("/metod/prognos", figure, everybody, Map.of());
            var all = outlook.rows().getLast();
            long sum = Long.parseLong(outlook.cell(all, "Kan hinna"))
                    + Long.parseLong(outlook.cell(all, "Redan över gränsen"));
            assertThat(waiting).as(figure).containsExactly(Long.toString(sum));
            // The last row is the sum of the others.
            assertThat(outlook.sum("Kan hinna")).isEqualTo(2 * Long.parseLong(outlook.cell(all, "Kan hinna")));
        }
        var bands = events.figure("/metod/prognos", "kalibrering", everybody, Map.of());
        for (var band : bands.rows()) {
            assertThat(Double.parseDouble(bands.cell(band, "Började i tid")))
                    .isEqualTo(Double.parseDouble(bands.cell(band, "Antal i tid"))
                            / Double.parseDouble(bands.cell(band, "Patienter")));
        }
    }

    private List<String> cells(Map<String, String> question, List<String> columns) {
        var answer = events.answer(new LinkedHashMap<>(question));
        return answer.cells(answer.rows().getFirst(), columns);
    }

    private static String only(Lines answer, String column) {
        return answer.rows().isEmpty() ? "" : answer.cell(answer.rows().getFirst(), column);
    }
}
