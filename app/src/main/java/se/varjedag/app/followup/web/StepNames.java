package se.varjedag.app.followup.web;

import java.util.Locale;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.measure.Step;

/// The names of steps: of the work, never of the person who does it.
public final class StepNames {

    private StepNames() {}

    /// A step in words, such as `Patologi: prov taget till svar`.
    public static String of(Step step, Texts texts) {
        return switch (step) {
            case Step.Between(var from, var to) -> between(from, to, texts);
            case Step.WaitingAfter(var from) -> texts.text("step.waiting", point(from, texts));
            case Step.NotMeasured() -> texts.text("step.notmeasured");
        };
    }

    /// The way from one point to another in words.
    public static String between(MeasuringPoint from, MeasuringPoint to, Texts texts) {
        var own = "step." + from.key() + "." + to.key();
        return texts.has(own) ? texts.text(own) : first(texts.text("step", point(from, texts), point(to, texts)));
    }

    /// The name of a measuring point.
    public static String point(MeasuringPoint point, Texts texts) {
        return texts.text("point." + point.key());
    }

    /// The words with a capital letter.
    public static String first(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
