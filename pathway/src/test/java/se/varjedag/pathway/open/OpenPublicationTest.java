package se.varjedag.pathway.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;
import se.varjedag.pathway.open.OpenGroup.Told;
import se.varjedag.pathway.trace.Tracer;

class OpenPublicationTest {
    private static final Definitions DEFINITIONS =
            Definitions.of(Map.of("a.yaml", clock("a", "VC0"), "b.yaml", clock("b", "VB6")));

    private final List<CareEvent> events = new ArrayList<>();

    @Test
    void a_group_of_five_is_shown_and_one_of_four_is_not() {
        treated("VC0", "01", 2023, 4, 10);
        assertThat(csv(by())).contains("\n,,,,,,,,,,0,,0,0,n with_limit within");

        treated("VC0", "01", 2023, 1, 10);
        assertThat(csv(by())).contains("\n5,5,5,1,,,,,10,0,0,,0,0,median p75 p80 p90\n");
    }

    @Test
    void where_one_is_hidden_others_are_hidden_with_it_so_that_no_difference_tells() {
        treated("VC0", "01", 2023, 3, 10);
        treated("VC0", "12", 2023, 30, 10);
        treated("VB6", "01", 2023, 40, 10);
        treated("VB6", "12", 2023, 50, 10);

        var answer = publication().answer(by(GroupKey.SVF, GroupKey.REGION).build());

        assertThat(answer.groups()).noneMatch(group -> group.tells(Told.COUNT));
        assertThat(publication().answer(by(GroupKey.SVF).build()).groups()).allMatch(group -> group.tells(Told.COUNT));
        assertThat(publication().answer(by(GroupKey.REGION).build()).groups())
                .allMatch(group -> group.tells(Told.COUNT));
    }

    @Test
    void a_nation_where_nothing_is_small_is_told_in_full() {
        for (var region : List.of("01", "12")) {
            treated("VC0", region, 2023, 60, 10);
            treated("VC0", region, 2023, 60, 50);
            treated("VB6", region, 2023, 60, 10);
        }

        assertThat(csv(by(GroupKey.SVF)))
                .contains("a,240,240,120,0.5,30,50,50,50,30,2400,0,,0,0,")
                .contains("b,120,120,120,1,10,10,10,10,10,0,0,,0,0,");
    }

    @Test
    void how_many_is_told_where_only_the_division_is_small() {
        treated("VC0", "01", 2023, 38, 10);
        treated("VC0", "01", 2023, 2, 50);
        treated("VC0", "12", 2023, 40, 10);
        treated("VC0", "12", 2023, 40, 50);
        treated("VB6", "01", 2023, 40, 10);
        treated("VB6", "01", 2023, 40, 50);
        treated("VB6", "12", 2023, 40, 10);
        treated("VB6", "12", 2023, 40, 50);

        var line = publication()
                .answer(by(GroupKey.SVF, GroupKey.REGION).build())
                .groups()
                .getFirst();

        assertThat(line.tells(Told.COUNT)).isTrue();
        assertThat(line.tells(Told.DAYS)).isFalse();
        assertThat(line.share()).isEmpty();
        assertThat(line.mean()).isEmpty();
        assertThat(line.quantile(0.5)).isEmpty();
    }

    @Test
    void a_quantile_is_told_when_five_patients_lie_on_each_side_of_it() {
        treated("VC0", "01", 2023, 20, 10);

        var line = publication().answer(by().build()).groups().getFirst();

        assertThat(line.quantile(0.5)).hasValue(10);
        assertThat(line.quantile(0.75)).hasValue(10);
        assertThat(line.quantile(0.8)).isEmpty();
        assertThat(csv(by())).contains("20,20,20,1,10,10,,,10,0,0,,0,0,p80 p90");
    }

    @Test
    void those_waiting_are_told_with_the_last_year_only() {
        treated("VC0", "01", 2022, 20, 10);
        treated("VC0", "01", 2023, 20, 10);
        for (int i = 0; i < 7; i++) {
            events.add(CareEvent.of("w" + i, "VC010", LocalDate.of(2023, 12, 1)).at("01", ""));
        }

        assertThat(csv(by())).contains(",7,0,0,0,p80 p90");
        assertThat(csv(by().period(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 12, 31))))
                .contains("20,20,20,1,10,10,,,10,0,,,,0,p80 p90");
        assertThat(csv(by(GroupKey.YEAR).period(null, null)))
                .contains("2022,20")
                .contains("2023,20")
                .doesNotContain(",7,");
    }

    @Test
    void json_says_which_figures_are_hidden() {
        treated("VC0", "01", 2023, 3, 10);

        assertThat(json(by(GroupKey.SVF)))
                .contains("\"svf\": \"a\", \"n\": null, ")
                .contains("\"left\": 0, \"hidden\": [\"n\", \"with_limit\"");
        assertThat(json(by(GroupKey.SVF).only(GroupKey.SVF, "b"))).isEqualTo("[]\n");
    }

    @Test
    void what_is_worked_out_beforehand_is_what_is_answered_and_stops_between_years() throws IOException {
        treated("VC0", "01", 2022, 20, 10);
        treated("VC0", "01", 2023, 4, 10);
        var publication = publication();

        publication.prepare(() -> false);
        assertThat(publication.prepared()).isFalse();

        publication.prepare(() -> true);
        assertThat(publication.prepared()).isTrue();
        var question = by(GroupKey.SVF, GroupKey.YEAR).period(null, null);
        var beforehand = new StringBuilder();
        publication.answer(question.build()).writeCsv(beforehand);
        assertThat(beforehand.toString()).isEqualTo(csv(question)).contains("2022,20");
    }

    @Test
    void a_year_that_has_not_passed_is_not_published() {
        treated("VC0", "01", 2022, 20, 10);
        treated("VC0", "01", 2023, 20, 10);

        assertThat(publication().years()).containsExactly(2022, 2023);
        assertThat(publication(LocalDate.of(2023, 12, 30)).years()).containsExactly(2022);
    }

    @Test
    void questions_that_could_be_laid_side_by_side_are_refused() {
        treated("VC0", "01", 2022, 20, 10);
        treated("VC0", "01", 2023, 20, 10);

        refused(question -> question.between(MeasuringPoint.SUSPICION, MeasuringPoint.DECISION), "treatment only");
        refused(question -> question.countBy(CountBy.START), "by end only");
        refused(question -> question.limit(21), "the definitions' limits only");
        refused(question -> question.minCount(3), "no other least count");
        refused(question -> question.by(GroupKey.SEX), "not by sex");
        refused(question -> question.by(GroupKey.REGION, GroupKey.HREGION), "not by both");
        refused(question -> question.only(GroupKey.REGION, "01"), "only where they are grouped by it");
        refused(
                question -> question.period(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 6, 30)),
                "let to be the last of December");
        refused(
                question -> question.period(LocalDate.of(2023, 4, 1), LocalDate.of(2023, 12, 31)),
                "let from be the first of January");
        refused(question -> question.period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)), "the last is 2023");
        refused(question -> question.period(null, null), "year by year");
    }

    private void refused(Consumer<Question.Builder> change, String words) {
        var question = by();
        change.accept(question);
        var asked = question.build();
        var publication = publication();
        assertThatThrownBy(() -> publication.answer(asked))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    private static Question.Builder by(GroupKey... keys) {
        return Question.leadTime().by(keys).period(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31));
    }

    private String csv(Question.Builder question) {
        return written((answer, text) -> answer.writeCsv(text), question);
    }

    private String json(Question.Builder question) {
        return written((answer, text) -> answer.writeJson(text), question);
    }

    private interface Writing {
        void write(OpenAnswer answer, Appendable text) throws IOException;
    }

    private String written(Writing writing, Question.Builder question) {
        var text = new StringBuilder();
        try {
            writing.write(publication().answer(question.build()), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return text.toString();
    }

    private OpenPublication publication() {
        return publication(LocalDate.of(2023, 12, 31));
    }

    private OpenPublication publication(LocalDate asOf) {
        var columns = EventColumns.builder();
        events.forEach(columns::add);
        return new OpenPublication(new Tracer(DEFINITIONS).trace(Timelines.of(columns.build(), null, asOf)));
    }

    /// So many patients of one pathway and region, each treated after so many days.
    private void treated(String prefix, String region, int year, int patients, int days) {
        var start = LocalDate.of(year, 3, 1);
        for (int i = 0; i < patients; i++) {
            var person = "p" + events.size();
            events.add(CareEvent.of(person, prefix + "10", start).at(region, ""));
            events.add(CareEvent.of(person, prefix + "50", start.plusDays(days)).at(region, ""));
        }
    }

    private static String clock(String id, String prefix) {
        return """
                id: %s
                name: {sv: %s, en: %s}
                source: [https://example.org/made-up]
                codes: {prefix: %s}
                limits:
                  - {treatment: [surgery], days: 30, valid-from: 2016-01-01}
                """.formatted(id, id, id, prefix);
    }
}
