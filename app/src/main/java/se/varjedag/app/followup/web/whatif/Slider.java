package se.varjedag.app.followup.web.whatif;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.pathway.whatif.Change;
import se.varjedag.pathway.whatif.WhatIf;

/// A number that can be slid, with the same number beside it to be written.
///
/// @param id    what its two fields are known by on the page
/// @param index which of the scenarios in the link it changes; null in a form that adds one
/// @param name  what the number is of
/// @param before what stands before it; empty where nothing does
/// @param one   how the value 1 is said
/// @param many  how any other is said, `#` for the number
/// @param unit  what stands after the number
public record Slider(
        String id,
        @Nullable String index,
        String name,
        String before,
        int least,
        int most,
        int value,
        String one,
        String many,
        String unit) {

    private static final int LONGEST_LIMIT = 120;
    private static final int LONGEST_STEP = 60;
    private static final int MOST_PERCENT = 100;
    private static final int USUAL_STEP = 7;

    /// How its value is said.
    public String said() {
        return value == 1 ? one : many.replace("#", String.valueOf(value));
    }

    static Slider limit(Reading reading, String id, @Nullable String index, int value) {
        return days(reading, id, index, reading.t("whatif.slide.limit"), "", 1, LONGEST_LIMIT, value);
    }

    static Slider percent(Reading reading, String id, @Nullable String index, int value) {
        var many = reading.t("whatif.slide.percent.said");
        return new Slider(
                id,
                index,
                reading.t("whatif.slide.percent"),
                "",
                0,
                Math.max(MOST_PERCENT, value),
                value,
                many.replace("#", "1"),
                many,
                reading.t("whatif.slide.percent.unit"));
    }

    /// The one of a scenario; empty where it has no number.
    ///
    /// @param allowed what the step is allowed
    static Optional<Slider> of(Reading reading, int index, Scenario scenario, Optional<WhatIf.Allowed> allowed) {
        var id = "scenario-" + index;
        var at = String.valueOf(index);
        return switch (scenario.change()) {
            case Change.OtherLimit(int days) -> Optional.of(limit(reading, id, at, days));
            case Change.MoreCapacity(var _, var _, int percent) -> Optional.of(percent(reading, id, at, percent));
            case Change.AtMost(var _, var _, int days) -> Optional.of(step(reading, id, at, "", days));
            case Change.AtAllowance _ -> {
                int most = allowed.map(WhatIf.Allowed::most).orElse(USUAL_STEP);
                yield Optional.of(step(reading, id, at, reading.t("whatif.slide.or"), most));
            }
            case Change.Nothing(), Change.AsBestRegion _, Change.Together _ -> Optional.empty();
        };
    }

    private static Slider step(Reading reading, String id, String index, String before, int value) {
        return days(reading, id, index, reading.t("whatif.slide.step"), before, 0, LONGEST_STEP, value);
    }

    private static Slider days(
            Reading reading,
            String id,
            @Nullable String index,
            String name,
            String before,
            int least,
            int most,
            int value) {
        return new Slider(
                id,
                index,
                name,
                before,
                Math.min(least, value),
                Math.max(most, value),
                value,
                reading.t("whatif.slide.day"),
                reading.t("whatif.slide.days"),
                reading.t("whatif.slide.days.unit"));
    }
}
