package se.varjedag.app.followup.web;

import java.util.OptionalDouble;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;

/// The inclusion share that stands beside every waiting time: a short wait says little when few are seen.
public final class Included {

    private Included() {}

    /// The share of the selection in words, for the foot of a figure.
    public static Rich foot(Reading reading) {
        return Rich.of(reading.t("select.inclusion", reading.formats().percent(share(reading), 1)));
    }

    /// The included of the expected, by region of residence; empty where no cases are expected for such a
    /// selection.
    private static OptionalDouble share(Reading reading) {
        var selection = reading.selection();
        var question = selection.everyRegion(selection.from(), selection.to());
        selection.region().ifPresent(code -> question.only(GroupKey.HOME_REGION, code));
        return reading.basis()
                .answer(question.build())
                .total()
                .map(Group::inclusion)
                .orElse(OptionalDouble.empty());
    }
}
