package se.varjedag.pathway.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.trace.TracedPathways;

/// The columns that others rely on, the same for command line and interface.
class AnswerTextTest {

    private static final TracedPathways PATIENTS = Ward.traced("""
            a VC010 2023-01-01 01/A,1
            a VC050 2023-01-11 01/A,1
            b VC010 2023-01-01 01/A,1
            b VC050 2023-01-12 01/A,1
            c VC010 2023-01-01 01/A,1
            c VC050 2023-02-24 01/A,1
            d VC010 2022-12-01 01/B"2
            e VC010 2023-01-01 01/B"2
            e VC078 2023-01-05 01/B"2
            """);

    private static final ExpectedCases CASES =
            ExpectedCases.of(List.of(new ExpectedCases.Row("lungcancer", "", 2023, 7)));

    private static Answer answer(Optional<ExpectedCases> cases, GroupKey... by) {
        return Answers.answer(PATIENTS, Question.leadTime().by(by).build(), cases);
    }

    private static String csv(Answer answer) throws IOException {
        var text = new StringBuilder();
        AnswerCsv.write(answer, text);
        return text.toString();
    }

    private static String json(Answer answer) throws IOException {
        var text = new StringBuilder();
        AnswerJson.write(answer, text);
        return text.toString();
    }

    @Test
    void csv_has_the_agreed_columns_in_the_agreed_order() throws IOException {
        assertThat(csv(answer(Optional.empty(), GroupKey.SVF))).isEqualTo("""
                        svf,n,with_limit,within,share,median,p75,p80,p90,mean,overtime_days,waiting,waiting_overtime_days,waiting_stale,left
                        lungcancer,3,3,2,0.6666666666666666,11,32.5,36.800000000000004,45.400000000000006,25,10,1,41,0,1
                        """);
    }

    @Test
    void with_expected_cases_come_two_more_columns() throws IOException {
        assertThat(csv(answer(Optional.of(CASES), GroupKey.SVF)))
                .contains(",left,cases,inclusion\n")
                .endsWith(",0,1,7,0.42857142857142855\n");
    }

    @Test
    void texts_are_quoted_where_csv_needs_it() throws IOException {
        assertThat(csv(answer(Optional.empty(), GroupKey.UNIT)).lines().map(line -> line.substring(0, 6)))
                .containsExactly("unit,n", "\"A,1\",", "\"B\"\"2\"");
        var odd = new Answer(
                Question.leadTime().by(GroupKey.UNIT).build(),
                List.of(group("x\ny"), group("x\ry"), group("xy")),
                false);
        assertThat(csv(odd)).contains("\"x\ny\",", "\"x\ry\",", "\nxy,");
    }

    @Test
    void json_has_the_same_columns_with_texts_as_texts_and_figures_as_numbers() throws IOException {
        assertThat(json(answer(Optional.empty(), GroupKey.SVF))).isEqualTo("""
                        [
                          {"svf": "lungcancer", "n": 3, "with_limit": 3, "within": 2, "share": 0.6666666666666666, "median": 11, \
                        "p75": 32.5, "p80": 36.800000000000004, "p90": 45.400000000000006, "mean": 25, "overtime_days": 10, "waiting": 1, \
                        "waiting_overtime_days": 41, "waiting_stale": 0, "left": 1}
                        ]
                        """);
    }

    @Test
    void json_separates_groups_and_escapes_texts() throws IOException {
        var odd = new Answer(
                Question.leadTime().by(GroupKey.UNIT).build(),
                List.of(group("a\"b\\c"), group("\u0001\u001fö")),
                false);

        assertThat(json(odd))
                .startsWith("[\n  {\"unit\": \"a\\\"b\\\\c\", \"n\": 0,")
                .contains("\"share\": null, ")
                .contains("},\n  {\"unit\": \"\\u0001\\u001fö\"")
                .endsWith("}\n]\n");
    }

    @Test
    void an_answer_without_groups_is_an_empty_list() throws IOException {
        var empty = new Answer(Question.leadTime().build(), List.of(), false);

        assertThat(json(empty)).isEqualTo("[]\n");
        assertThat(csv(empty).lines()).hasSize(1);
    }

    @Test
    void numbers_are_written_alike_in_every_locale_without_exponent() throws IOException {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("sv", "SE"));
            var small = new Group(
                    List.of(),
                    DayHistogram.ofReached(1_000_000, 1_000_001),
                    new LimitCount(100_000, 1, 12_345_678),
                    LimitCount.NONE,
                    LimitCount.NONE,
                    LimitCount.NONE,
                    0,
                    0,
                    OptionalDouble.empty());
            assertThat(csv(new Answer(Question.leadTime().build(), List.of(small), false))
                            .lines()
                            .toList()
                            .getLast())
                    .startsWith("2,100000,1,0.00001,1000000.5,")
                    .contains(",12345678,");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Group group(String unit) {
        return new Group(
                List.of(unit),
                DayHistogram.EMPTY,
                LimitCount.NONE,
                LimitCount.NONE,
                LimitCount.NONE,
                LimitCount.NONE,
                0,
                0,
                OptionalDouble.empty());
    }
}
