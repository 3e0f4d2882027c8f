package se.varjedag.app.followup.web.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.varjedag.app.followup.web.Basis;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.Selection;
import se.varjedag.app.followup.web.SmallNation;
import se.varjedag.app.timeline.RegistrationDelays.Delay;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.chart.Charts;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.pathway.definition.Language;
import se.varjedag.pathway.trace.Finding.Kind;

class RegistrationPageTest {
    private static final Basis BASIS = SmallNation.basis();
    private static final List<Delay> DELAYS = List.of(
            new Delay("12", "U1", 0, 60),
            new Delay("12", "U1", 10, 30),
            new Delay("01", "U2", 40, 10),
            new Delay("01", "U2", -1, 3),
            new Delay("01", "U2", null, 5));

    @Test
    void findings_of_all_months_that_somebody_should_mend_are_as_many_as_the_tracing_made() {
        var rows = page(Map.of("from", "2020-01", "to", "2026-12"))
                .findings()
                .figure()
                .data()
                .rows();

        assertThat(rows.stream().mapToDouble(row -> amount(row.getLast())).sum())
                .isEqualTo(BASIS.traced().findings().total()
                        - BASIS.traced().findings().count(Kind.POINT_OF_PERSON_WITHOUT_PATHWAY));
    }

    @Test
    void points_of_persons_outside_the_pathways_are_no_fault_and_counted_apart() {
        var basis = SmallNation.withOutside();
        var view = FindingsView.of(reading(basis, Map.of("from", "2020-01", "to", "2026-12")));
        var findings = basis.traced().findings();
        long outside = findings.count(Kind.POINT_OF_PERSON_WITHOUT_PATHWAY);

        assertThat(outside).isGreaterThan(1000);
        assertThat(view.figure().data().rows().stream()
                        .mapToDouble(row -> amount(row.getLast()))
                        .sum())
                .isEqualTo(findings.total() - outside);
        assertThat(view.figure().foot().getLast().plain())
                .contains(Texts.in(Language.SV).formats().whole(outside))
                .contains("inte är fel");
    }

    @Test
    void what_correcting_would_change_begins_with_the_figure_of_every_other_page() {
        var page = page(Map.of("region", "12"));
        var answer = BASIS.answer(Selection.read(Map.of("region", "12"), BASIS, List.of())
                        .question()
                        .build())
                .total()
                .orElseThrow();
        var first = page.correction().figure().data().rows().getFirst();

        assertThat(amount(first.get(2))).isEqualTo(answer.n());
        assertThat(amount(first.get(4))).isEqualTo(answer.within());
        assertThat(page.completeness().rows().getFirst().pathways()).isEqualTo(String.valueOf(answer.n()));
    }

    @Test
    void the_delay_leaves_out_and_tells_what_has_no_time_or_was_registered_before_it_happened() {
        var all = page(Map.of()).delay().figure().data().rows().getFirst();

        assertThat(amount(all.get(1))).isEqualTo(100);
        assertThat(amount(all.get(6))).isEqualTo(3);
        assertThat(amount(all.get(7))).isEqualTo(5);
        assertThat(page(Map.of("region", "12")).delay().rows().getFirst().sameDay())
                .isEqualTo("67\u00a0%");
    }

    @Test
    void those_to_be_settled_are_listed_by_unit_and_one_by_one_the_longest_silence_first() {
        var reading = reading(Map.of());
        var patients = UnsettledView.patients(reading);
        var total = UnsettledView.of(reading).total();

        assertThat(patients).isNotEmpty();
        assertThat(Integer.parseInt(total)).isGreaterThanOrEqualTo(patients.size());
        assertThat(patients.stream().map(one -> Integer.parseInt(one.days().replace("\u00a0", ""))))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void every_table_has_a_cell_for_each_column() {
        for (var figure : page(Map.of("svf", "prostatacancer")).figures()) {
            assertThat(figure.data().rows())
                    .as(figure.id())
                    .allSatisfy(
                            row -> assertThat(row).hasSameSizeAs(figure.data().columns()));
        }
    }

    private static RegistrationPage page(Map<String, String> parameters) {
        return RegistrationPage.of(reading(parameters), DELAYS);
    }

    private static Reading reading(Map<String, String> parameters) {
        return reading(BASIS, parameters);
    }

    private static Reading reading(Basis basis, Map<String, String> parameters) {
        return new Reading(
                basis,
                Selection.read(parameters, basis, RegistrationPage.OWN),
                Texts.in(Language.SV),
                Charts.without(),
                "/folj-upp/registrering");
    }

    private static double amount(Cell cell) {
        return cell instanceof Cell.Amount(var value, var _) ? value : Double.NaN;
    }
}
