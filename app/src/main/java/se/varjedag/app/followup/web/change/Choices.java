package se.varjedag.app.followup.web.change;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.Selection;
import se.varjedag.app.followup.web.SelectionForm.Field;
import se.varjedag.app.followup.web.SelectionForm.Option;

/// The choices of the page's own, as the link says them.
///
/// @param measure  what is followed
/// @param weekly   week by week instead of month by month
/// @param ofShares whether the limits go with how many each period counts (a p chart); of shares only
/// @param baseline how many first points fix the mean and the limits; 0 leaves it to the page
/// @param rebase   the month from which a new baseline holds
/// @param done     the day something was done
/// @param until    the last day of it, where it went on
/// @param note     what was done
/// @param before   the first month of the period that is compared with
/// @param beforeTo its last month
record Choices(
        Measure measure,
        boolean weekly,
        boolean ofShares,
        int baseline,
        Optional<YearMonth> rebase,
        Optional<LocalDate> done,
        Optional<LocalDate> until,
        String note,
        YearMonth before,
        YearMonth beforeTo) {

    static final List<String> OWN =
            List.of("matt", "per", "diagram", "baslinje", "nybaslinje", "handelse", "till", "not", "jfran", "jtill");

    private static final int FEWEST_BASELINE = 12;
    private static final int MOST_BASELINE = 20;
    private static final int LONGEST_NOTE = 80;
    private static final int MONTHS = 36;

    static Choices of(Selection selection) {
        var measure = selection
                .own("matt")
                .map(key -> Measure.ofKey(key).orElseThrow(() -> Selection.unclear("matt", key)))
                .orElse(Measure.SHARE);
        var beforeTo = selection.ownMonth("jtill").orElse(selection.to().minusYears(1));
        var before = selection.ownMonth("jfran").orElse(selection.from().minusYears(1));
        return new Choices(
                measure,
                one(selection, "per", "vecka"),
                one(selection, "diagram", "p") && measure == Measure.SHARE,
                selection.own("baslinje").map(Choices::baseline).orElse(0),
                selection.ownMonth("nybaslinje"),
                selection.ownDay("handelse"),
                selection.ownDay("till"),
                selection.own("not").map(Choices::cut).orElse(""),
                before.isAfter(beforeTo) ? beforeTo : before,
                beforeTo);
    }

    private static boolean one(Selection selection, String name, String value) {
        return selection.own(name).map(value::equals).orElse(false);
    }

    private static String cut(String note) {
        return note.codePoints()
                .limit(LONGEST_NOTE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static int baseline(String text) {
        try {
            int points = Integer.parseInt(text);
            if (points >= FEWEST_BASELINE && points <= MOST_BASELINE) {
                return points;
            }
        } catch (NumberFormatException _) {
            // Said below, as for a number out of bounds.
        }
        throw Selection.unclear("baslinje", text);
    }

    /// The lists of the form.
    List<Field> fields(Reading reading) {
        var fields = new ArrayList<Field>();
        var measures = new ArrayList<Option>();
        for (var one : Measure.values()) {
            measures.add(new Option(one.key(), reading.t("change.measure." + one.key()), one == measure));
        }
        fields.add(new Field("matt", reading.t("change.measure"), measures));
        fields.add(new Field(
                "per",
                reading.t("change.per"),
                List.of(
                        new Option("", reading.t("change.per.month"), !weekly),
                        new Option("vecka", reading.t("change.per.week"), weekly))));
        fields.add(new Field(
                "diagram",
                reading.t("change.chart"),
                List.of(
                        new Option("", reading.t("change.chart.xmr"), !ofShares),
                        new Option("p", reading.t("change.chart.p"), ofShares))));
        var baselines = new ArrayList<Option>();
        baselines.add(new Option("", reading.t("change.baseline.usual"), baseline == 0));
        for (int points = FEWEST_BASELINE; points <= MOST_BASELINE; points++) {
            baselines.add(
                    new Option(String.valueOf(points), reading.t("change.baseline.first", points), points == baseline));
        }
        fields.add(new Field("baslinje", reading.t("change.baseline"), baselines));
        fields.add(months(reading, "nybaslinje", "change.rebase", rebase, reading.t("change.rebase.none")));
        fields.add(months(reading, "jfran", "change.before.from", chosen(reading, "jfran", before), null));
        fields.add(months(reading, "jtill", "change.before.to", chosen(reading, "jtill", beforeTo), null));
        return fields;
    }

    private static Optional<YearMonth> chosen(Reading reading, String name, YearMonth month) {
        return reading.selection().own(name).map(_ -> month);
    }

    private static Field months(
            Reading reading, String name, String label, Optional<YearMonth> chosen, @Nullable String none) {
        var options = new ArrayList<Option>();
        options.add(new Option("", none == null ? reading.t("change.before.year") : none, chosen.isEmpty()));
        var month = Selection.lastFullMonth(reading.basis().asOf());
        boolean found = chosen.isEmpty();
        for (int i = 0; i < MONTHS; i++) {
            boolean selected = chosen.filter(month::equals).isPresent();
            found |= selected;
            options.add(new Option(month.toString(), reading.formats().month(month), selected));
            month = month.minusMonths(1);
        }
        if (!found) {
            var one = chosen.orElseThrow();
            options.add(new Option(one.toString(), reading.formats().month(one), true));
        }
        return new Field(name, reading.t(label), options);
    }
}
