package se.varjedag.app.followup.web.leadtimes;

import java.util.Arrays;
import java.util.stream.Stream;
import se.varjedag.app.followup.web.StepNames;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.MeasuringPoint;

/// What the newest months are said to be about: of the whole time that treatment begins, of any other measure that its
/// end is reached.
record NewestWords(Texts texts, MeasuringPoint from, MeasuringPoint to) {

    private static final String WHOLE = "newest.";
    private static final String BETWEEN = "newest.point.";

    /// The words for one thing, with what is to be filled in after the names of the two points.
    String say(String what, Object... values) {
        boolean whole = from == MeasuringPoint.SUSPICION && to == MeasuringPoint.TREATMENT;
        var filled = Stream.concat(
                        Stream.of(StepNames.point(from, texts), StepNames.point(to, texts)), Arrays.stream(values))
                .toArray();
        return texts.text((whole ? WHOLE : BETWEEN) + what, filled);
    }
}
