package se.varjedag.app.followup.web.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.Selection;

/// What a form of the page asks for: one scenario more, another number in one, or several together. It leads to a link
/// in which all scenarios stand.
///
/// @param elsewhere that link; null where nothing is asked, or too little
record Asked(@Nullable String elsewhere) {

    static final String SCENARIOS = "scenarios";

    /// How many scenarios there can be beside each other.
    static final int MOST = 12;

    private static final String ADD = "add";
    private static final String CHANGE = "change";
    private static final String NUMBER = "number";
    private static final String SLIDE = "slide";
    private static final String STOOD = "stood";
    private static final String TOGETHER = "together";
    private static final List<String> WITH =
            IntStream.range(0, MOST).mapToObj(i -> "with" + i).toList();

    /// The names of a form's fields.
    private static final List<String> FORM = Stream.concat(
                    Stream.of(ADD, CHANGE, NUMBER, SLIDE, STOOD, TOGETHER), WITH.stream())
            .toList();

    /// The choices that are the page's own.
    static final List<String> OWN =
            Stream.concat(Stream.of(SCENARIOS), FORM.stream()).toList();

    /// The name of the field that chooses a scenario to be recomputed with others.
    static String with(int index) {
        return WITH.get(index);
    }

    static Asked of(Reading reading) {
        var own = reading.selection();
        var scenarios = list(reading).orElseGet(List::of);
        if (own.own(ADD).isPresent()) {
            return new Asked(link(
                    reading, plus(scenarios, added(reading, own.own(ADD).get()))));
        }
        if (own.own(CHANGE).isPresent()) {
            return new Asked(
                    link(reading, changed(reading, scenarios, own.own(CHANGE).get())));
        }
        return Scenario.together(chosen(reading, scenarios))
                .filter(one -> one.parts().size() > 1)
                .map(one -> new Asked(link(reading, plus(scenarios, one))))
                .orElseGet(() -> new Asked(null));
    }

    /// Whether scenarios were chosen to be recomputed together, but fewer than two.
    static boolean tooFew(Reading reading) {
        return reading.selection().own(TOGETHER).isPresent();
    }

    /// The scenarios of the link; empty where it names none, which is the usual.
    static Optional<List<Scenario>> list(Reading reading) {
        return reading.selection()
                .own(SCENARIOS)
                .map(text -> Scenario.list(text)
                        .filter(list -> list.size() <= MOST)
                        .orElseThrow(() -> Selection.unclear(SCENARIOS, text)));
    }

    /// The address of the page with these scenarios.
    static String link(Reading reading, List<Scenario> scenarios) {
        return reading.folder() + reading.selection().without(FORM, SCENARIOS, Scenario.text(scenarios));
    }

    private static List<Scenario> plus(List<Scenario> scenarios, Scenario added) {
        var all = new ArrayList<>(scenarios);
        if (all.size() < MOST && !all.contains(added)) {
            all.add(added);
        }
        return all;
    }

    private static List<Scenario> chosen(Reading reading, List<Scenario> scenarios) {
        return IntStream.range(0, scenarios.size())
                .filter(i -> reading.selection().own(WITH.get(i)).isPresent())
                .mapToObj(scenarios::get)
                .toList();
    }

    /// What a form adds: a whole scenario, or its beginning and a number of its own.
    private static Scenario added(Reading reading, String add) {
        var number = number(reading);
        var text = add.equals("limit") ? "limit:" + number : add.replace("#", number);
        return Scenario.of(text).orElseThrow(() -> Selection.unclear(ADD, text));
    }

    /// The scenarios with another number in one of them; where that one stands among several together, in those too.
    private static List<Scenario> changed(Reading reading, List<Scenario> scenarios, String which) {
        var number = number(reading);
        if (reading.selection().own(STOOD).filter(number::equals).isPresent()) {
            return scenarios;
        }
        var before = at(scenarios, which).orElseThrow(() -> Selection.unclear(CHANGE, which));
        var after = before.withNumber(number).orElseThrow(() -> Selection.unclear(NUMBER, number));
        return scenarios.stream().map(one -> one.replacing(before, after)).toList();
    }

    private static Optional<Scenario> at(List<Scenario> scenarios, String which) {
        return IntStream.range(0, scenarios.size())
                .filter(i -> String.valueOf(i).equals(which))
                .mapToObj(scenarios::get)
                .findFirst();
    }

    /// The number of a form, which has it in two fields that script keeps alike. Without script it is that of the one
    /// that was touched.
    private static String number(Reading reading) {
        var own = reading.selection();
        var written = own.own(NUMBER).orElse("");
        boolean untouched = written.equals(own.own(STOOD).orElse(written));
        return untouched ? own.own(SLIDE).orElse(written) : written;
    }
}
