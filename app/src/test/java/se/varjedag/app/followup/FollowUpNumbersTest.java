package se.varjedag.app.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import se.varjedag.app.reference.Regions;

/// Every page under Följ upp gives the numbers that the command gives to the same question, to the last digit: for the
/// whole country, with filters, with a limit of one's own, as of a day and as known at a moment.
@ExtendWith(SameEvents.Shared.class)
class FollowUpNumbersTest {
    static final List<Choice> CHOICES = List.of(
            Choice.of("2023-01", "2023-12", Map.of()),
            Choice.of("2022-07", "2023-06", Map.of("region", "14", "sex", "F")),
            Choice.of("2023-01", "2023-06", Map.of("svf", "brostcancer", "limit", "21", "asOf", "2023-10-15")),
            Choice.of("2022-10", "2023-09", Map.of("countBy", "start", "age", "60-69")),
            Choice.of("2023-01", "2023-03", Map.of("hregion", "syd", "knownAt", "2023-04-02T00:00:00Z")));

    private static final List<String> LINE =
            List.of("n", "with_limit", "within", "share", "median", "p80", "p90", "mean", "overtime_days", "waiting");

    private static final Pattern STEP = Pattern.compile("/folj-upp/flaskhalsar/steg\\?[^\"]*steg=([^&\"]+)");

    private final SameEvents events;

    FollowUpNumbersTest(SameEvents events) {
        this.events = events;
    }

    @ParameterizedTest
    @FieldSource("CHOICES")
    void the_interface_for_programs_knows_the_same_filters(Choice choice) throws Exception {
        var question = choice.asked("svf,month");

        assertThat(events.asked("text/csv", question)).isEqualTo(events.follow(question));
    }

    @ParameterizedTest
    @FieldSource("CHOICES")
    void lead_times_by_any_group(Choice choice) throws Exception {
        var named = new LinkedHashMap<String, UnaryOperator<String>>();
        named.put("svf", events::pathway);
        named.put("region", Regions::name);
        named.put("hregion", Regions::healthcareRegion);
        named.put("unit", UnaryOperator.identity());
        named.put("month", UnaryOperator.identity());
        named.put("quarter", UnaryOperator.identity());
        named.put("sex", sex -> sex.equals("F") ? "Kvinnor" : "Män");
        for (var by : named.entrySet()) {
            var page = file("/folj-upp/ledtider", "grupper", choice, Map.of("by", by.getKey()));
            var answer = answer(choice.asked(by.getKey()));
            assertThat(page.rows()).as(by.getKey()).hasSameSizeAs(answer.rows());
            for (var line : answer.rows()) {
                var key = line.getFirst();
                var name = key.isEmpty() ? "uppgift saknas" : by.getValue().apply(key);
                assertThat(page.of(
                                name,
                                List.of(
                                        "Nådde dit",
                                        "Med känd gräns",
                                        "Inom gränsen",
                                        "I tid",
                                        "Median, dagar",
                                        "P80",
                                        "P90",
                                        "Medel",
                                        "Övertidsdagar",
                                        "Väntar")))
                        .as(by.getKey() + " " + name)
                        .isEqualTo(answer.cells(line, LINE));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("CHOICES")
    void lead_times_day_by_day_and_how_much_too_late(Choice choice) throws Exception {
        var all = answer(choice.asked(""));
        var line = all.rows().getFirst();
        var quantiles = file("/folj-upp/ledtider", "hittills", choice, Map.of());
        for (var one :
                Map.of("50", "median", "75", "p75", "80", "p80", "90", "p90").entrySet()) {
            assertThat(quantiles.of(one.getKey() + "\u00a0%", List.of("Dag")))
                    .containsExactly(all.cell(line, one.getValue()));
        }
        var days = file("/folj-upp/ledtider", "fordelning", choice, Map.of());
        long sum = 0;
        for (var day : days.rows()) {
            sum += Long.parseLong(day.get(0)) * Long.parseLong(day.get(1));
        }
        assertThat(days.sum("Nådde dit")).isEqualTo(all.sum("n"));
        assertThat((double) sum / days.sum("Nådde dit")).isEqualTo(Double.parseDouble(all.cell(line, "mean")));
        var bands = file("/folj-upp/ledtider", "overtidsband", choice, Map.of());
        assertThat(bands.sum("Patienter")).isEqualTo(all.sum("with_limit"));
        assertThat(bands.of("i tid", List.of("Patienter"))).containsExactly(all.cell(line, "within"));
        assertThat(bands.sum("Övertidsdagar")).isEqualTo(all.sum("overtime_days"));
    }

    @ParameterizedTest
    @FieldSource("CHOICES")
    void lead_times_of_the_newest_months(Choice choice) throws Exception {
        var page = file("/folj-upp/ledtider", "nyaste", choice, Map.of());
        var ended = new LinkedHashMap<>(choice.asked("month"));
        ended.put("from", "2021-01-01");
        ended.put("to", "2023-12-31");
        ended.put("count-by", "end");
        var begun = new LinkedHashMap<>(ended);
        begun.put("count-by", "start");
        var byEnd = answer(ended);
        var byStart = answer(begun);
        assertThat(page.rows()).isNotEmpty();
        // Of the month that the latest day lies in, and of those without any, the official figure is not known yet.
        for (var row : page.rows().subList(1, page.rows().size())) {
            var month = row.getFirst();
            if (byEnd.names(month)) {
                assertThat(page.cells(row, List.of("I tid, efter slutdatum", "Behandlade med känd gräns")))
                        .as(month)
                        .isEqualTo(byEnd.of(month, List.of("share", "with_limit")));
            }
            assertThat(page.cell(row, "I tid, av hittills behandlade"))
                    .as(month)
                    .isEqualTo(byStart.of(month, List.of("share")).getFirst());
        }
    }

    @ParameterizedTest
    @FieldSource("CHOICES")
    void another_measure(Choice choice) throws Exception {
        var own = Map.of("start", "specimen-taken", "slut", "pathology-reported", "by", "region");
        var page = file("/folj-upp/ledtider", "grupper", choice, own);
        var question = new LinkedHashMap<>(choice.asked("region"));
        question.put("measure", "specimen-taken..pathology-reported");
        var answer = answer(question);

        assertThat(page.rows()).hasSameSizeAs(answer.rows());
        for (var line : answer.rows()) {
            var name = line.getFirst().isEmpty() ? "uppgift saknas" : Regions.name(line.getFirst());
            assertThat(page.of(name, List.of("Nådde dit", "Median, dagar", "P80", "P90", "Medel", "Väntar")))
                    .as(name)
                    .isEqualTo(answer.cells(line, List.of("n", "median", "p80", "p90", "mean", "waiting")));
        }
    }

    @ParameterizedTest
    @FieldSource("CHOICES")
    void bottlenecks_add_up_to_the_overtime_days_of_the_answer(Choice choice) throws Exception {
        var all = answer(choice.asked(""));
        var ranked = file("/folj-upp/flaskhalsar", "patientdagar", choice, Map.of());
        assertThat(ranked.sum("Övertidsdagar")).isEqualTo(all.sum("overtime_days"));

        for (var by : Map.<String, UnaryOperator<String>>of("svf", events::pathway, "region", Regions::name)
                .entrySet()) {
            var heat = file("/folj-upp/flaskhalsar", "steg", choice, Map.of("by", by.getKey()));
            var answer = answer(choice.asked(by.getKey()));
            long sum = 0;
            for (var row : heat.rows()) {
                var steps = row.subList(1, row.size() - 2);
                long here = steps.stream().mapToLong(Long::parseLong).sum();
                assertThat(here).as(row.getFirst()).isEqualTo(Long.parseLong(row.get(row.size() - 2)));
                sum += row.getFirst().equals("Summa") ? 0 : here;
            }
            assertThat(sum).isEqualTo(all.sum("overtime_days"));
            for (var line : answer.rows()) {
                var name = line.getFirst().isEmpty()
                        ? "uppgift saknas"
                        : by.getValue().apply(line.getFirst());
                if (heat.names(name)) {
                    var days = heat.of(name, heat.heads());
                    assertThat(List.of(days.get(days.size() - 2), days.getLast()))
                            .as(name)
                            .isEqualTo(answer.cells(line, List.of("overtime_days", "with_limit")));
                } else {
                    assertThat(answer.cell(line, "overtime_days")).as(name).isIn("", "0");
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("CHOICES")
    void a_step_has_the_days_that_the_list_of_steps_gives_it(Choice choice) throws Exception {
        var ranked = file("/folj-upp/flaskhalsar", "patientdagar", choice, Map.of());
        var page = events.page(choice.at("/folj-upp/flaskhalsar", Map.of()));
        var links = STEP.matcher(page.substring(page.indexOf("id=\"patientdagar\"")))
                .results()
                .limit(4)
                .toList();
        for (int i = 0; i < links.size(); i++) {
            var step = links.get(i).group(1);
            var days = file("/folj-upp/flaskhalsar/steg", "dagar", choice, Map.of("steg", step));
            long sum = 0;
            for (var day : days.rows()) {
                sum += Long.parseLong(day.get(0)) * Long.parseLong(day.get(1));
            }
            assertThat(ranked.cells(ranked.rows().get(i), List.of("Patienter", "Patientdagar")))
                    .as(step)
                    .containsExactly(Long.toString(days.sum("Patienter")), Long.toString(sum));
        }
    }

    @ParameterizedTest
    @FieldSource("CHOICES")
    void those_compared(Choice choice) throws Exception {
        for (var by : Map.<String, UnaryOperator<String>>of(
                        "region", Regions::name, "hregion", Regions::healthcareRegion, "unit", UnaryOperator.identity())
                .entrySet()) {
            var question = new LinkedHashMap<>(choice.asked(by.getKey()));
            // What is compared is not narrowed by: the one chosen stands out among the others.
            question.remove(by.getKey());
            if (!by.getKey().equals("unit")) {
                question.remove("region");
            }
            var answer = answer(question);
            var bars = file("/folj-upp/jamfor", "malen", choice, Map.of("by", by.getKey()));
            var funnel = file("/folj-upp/jamfor", "tratt", choice, Map.of("by", by.getKey()));
            for (var line : answer.rows()) {
                var name = by.getValue().apply(line.getFirst());
                if (!line.getFirst().isEmpty()
                        && !answer.cell(line, "with_limit").equals("0")) {
                    var figures = answer.cells(line, List.of("within", "with_limit", "share"));
                    assertThat(bars.of(name, List.of("Inom gränsen", "Med känd gräns", "Andel")))
                            .as(by.getKey() + " " + name)
                            .isEqualTo(figures);
                    assertThat(funnel.of(name, List.of("Inom gränsen", "Antal", "Andel")))
                            .as(by.getKey() + " " + name)
                            .isEqualTo(figures);
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("CHOICES")
    void answers_of_pathology_and_radiology(Choice choice) throws Exception {
        answering(choice, "patologi", "specimen-taken..pathology-reported", "unit");
        answering(choice, "radiologi", "imaging-referral..imaging-reported", choice.has("region") ? "unit" : "region");
    }

    private void answering(Choice choice, String view, String measure, String by) throws Exception {
        var question = new LinkedHashMap<>(choice.asked(by));
        question.put("measure", measure);
        question.put("limit", "5");
        var answer = answer(question);
        var page = file("/folj-upp/jamfor/" + view, "svar", choice, Map.of());
        var columns = List.of("Svar", page.heads().get(6), page.heads().get(7), "Inom 5 dagar");
        long all = 0;
        for (var line : answer.rows()) {
            long n = Long.parseLong(answer.cell(line, "n"));
            all += n;
            if (n > 0) {
                var key = line.getFirst();
                var name = key.isEmpty() ? "uppgift saknas" : by.equals("unit") ? key : Regions.name(key);
                assertThat(page.of(name, columns))
                        .as(view + " " + name)
                        .isEqualTo(answer.cells(line, List.of("n", "median", "p80", "share")));
            }
        }
        assertThat(page.of("Alla", List.of("Svar"))).containsExactly(Long.toString(all));
    }

    private Lines file(String page, String figure, Choice choice, Map<String, String> own) throws Exception {
        return events.figure(page, figure, choice, own);
    }

    private Lines answer(Map<String, String> question) {
        return events.answer(question);
    }
}
