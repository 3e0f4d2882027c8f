package se.varjedag.app.followup.web.compare;

import java.util.ArrayList;
import java.util.List;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.figure.Verdict;
import se.varjedag.pathway.measure.GroupKey;

/// The one that the reader has clicked on: what can be said of it, and where to go on from there.
public record Chosen(String name, Verdict verdict, List<Way> ways) {

    public Chosen {
        ways = List.copyOf(ways);
    }

    /// A way on.
    public record Way(String words, String path) {}

    static Chosen of(Reading reading, Comparison comparison, Comparison.One one) {
        var ways = new ArrayList<Way>();
        var query = reading.selection().query();
        if (comparison.key() != GroupKey.UNIT) {
            ways.add(new Way(
                    reading.t("compare.way.units"),
                    ComparePage.FOLDER + reading.selection().with("by", GroupKey.UNIT.key())));
        }
        ways.add(new Way(reading.t("compare.way.change"), "/folj-upp/forandring" + query));
        ways.add(new Way(reading.t("compare.way.steps"), "/folj-upp/flaskhalsar" + query));
        ways.add(new Way(reading.t("compare.way.times"), "/folj-upp/ledtider" + query));
        return new Chosen(one.name(), verdict(reading, comparison, one), ways);
    }

    private static Verdict verdict(Reading reading, Comparison comparison, Comparison.One one) {
        var formats = reading.formats();
        var share = FunnelView.percent(reading, one.within());
        var of = reading.t(
                "compare.chosen.share",
                share,
                formats.whole(one.within().numerator()),
                formats.whole(one.within().denominator()));
        if (!one.comparable()) {
            return new Verdict("usual", false, of, reading.t("compare.few.sentence", formats.whole(Comparison.FEWEST)));
        }
        var found = DifferencesView.difference(comparison, one);
        if (found.isEmpty()) {
            return new Verdict("usual", false, of, reading.t("compare.chosen.alone"));
        }
        var difference = found.get();
        var kind = !difference.beyondChance() ? "usual" : difference.value() > 0 ? "better" : "late";
        return new Verdict(
                kind,
                difference.value() > 0,
                of,
                reading.t(
                        "compare.chosen." + kind,
                        formats.points(difference.value()),
                        DifferencesView.interval(reading, difference.interval()),
                        formats.percent(one.mix().adjusted(comparison.all()), 1)));
    }
}
