package se.varjedag.app.followup.web;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.Group;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.measure.Question;

/// The inclusion share that stands beside every waiting time: a short wait says little when few are seen.
public final class Included {

    private Included() {}

    /// The share of the selection in words, for the foot of a figure.
    public static Rich foot(Reading reading) {
        return Rich.of(reading.t("select.inclusion", reading.formats().percent(share(reading), 1)));
    }

    /// The included of the expected in each group of the selection, as a part from 0; empty where no cases are
    /// expected for such a group. Inclusion goes by the region of residence.
    public static Map<String, OptionalDouble> by(Reading reading, GroupKey key) {
        var home = key == GroupKey.REGION ? GroupKey.HOME_REGION : key;
        return reading.basis().answer(question(reading).by(home).build()).groups().stream()
                .collect(Collectors.toMap(group -> group.key().getFirst(), Group::inclusion));
    }

    /// The included of the expected, by region of residence; empty where no cases are expected for such a
    /// selection.
    private static OptionalDouble share(Reading reading) {
        return reading.basis()
                .answer(question(reading).build())
                .total()
                .map(Group::inclusion)
                .orElse(OptionalDouble.empty());
    }

    private static Question.Builder question(Reading reading) {
        var selection = reading.selection();
        var question = selection.everyRegion(selection.from(), selection.to());
        selection.region().ifPresent(code -> question.only(GroupKey.HOME_REGION, code));
        return question;
    }
}
