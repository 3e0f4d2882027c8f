package se.varjedag.app.followup.web.equity;

import java.util.ArrayList;
import java.util.List;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.SelectionForm;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;

/// Jämlikhet: whether it matters where one lives, what sex one has, how old one is and how far one must go.
///
/// @param classes sex, age, distance and home region
public record EquityPage(SelectionForm form, SpreadView spread, List<ClassesView> classes) {

    static final String FOLDER = "/folj-upp/jamlikhet";
    static final List<String> OWN = List.of(SpreadView.PER);

    private static final List<String> PERIODS = List.of("", SpreadView.YEARS);

    public EquityPage {
        classes = List.copyOf(classes);
    }

    static EquityPage of(Reading reading) {
        var chosen = reading.selection().own(SpreadView.PER).orElse("");
        var per = new SelectionForm.Field(
                SpreadView.PER,
                reading.t("equity.per"),
                PERIODS.stream()
                        .map(one -> new SelectionForm.Option(
                                one, reading.t("equity.per." + (one.isEmpty() ? "quarter" : one)), one.equals(chosen)))
                        .toList());
        var inclusion = Rich.of(reading.basis()
                .answer(reading.selection().question().build())
                .total()
                .map(Group::inclusion)
                .filter(share -> share.isPresent())
                .map(share -> reading.t("compare.inclusion", reading.formats().percent(share, 1)))
                .orElseGet(() -> reading.t("compare.noinclusion")));
        return new EquityPage(
                SelectionForm.ofFollowUp(reading, List.of(per)),
                SpreadView.of(reading),
                List.of(
                        ClassesView.of(reading, "kon", Classes.of(reading, GroupKey.SEX), inclusion),
                        ClassesView.of(reading, "alder", Classes.of(reading, GroupKey.AGE), inclusion),
                        ClassesView.of(reading, "avstand", Classes.ofDistance(reading), inclusion),
                        ClassesView.of(reading, "hemregion", Classes.of(reading, GroupKey.HOME_REGION), inclusion)));
    }

    /// Every figure of the page: what can be taken away.
    List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        figures.add(spread.figure());
        classes.forEach(view -> figures.add(view.figure()));
        return figures;
    }
}
