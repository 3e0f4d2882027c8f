package se.varjedag.app.coordination.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.ahead.PathwayClock;

/// One step of a pathway as a rung: where it began on the axis of the whole clock, and how long it was.
///
/// @param more days over the allowance; empty when within, or unknown
/// @param allowed the allowance, or that there is none
/// @param from in per cent of the axis
/// @param within width of what is within the allowance
/// @param over where the days over it begin; null when there are none
public record Rung(
        String step,
        String day,
        String days,
        String more,
        String allowed,
        String from,
        String within,
        ClockBar.@Nullable Part over,
        @Nullable String limit,
        boolean waits) {
    private static final double WHOLE = 100;

    /// The steps of a clock, that since the last point too: they add up to the days used.
    ///
    /// @param waits whether the patient still waits
    static List<Rung> of(PathwayClock clock, boolean waits, Texts texts) {
        int axis = Math.max(1, Math.max(clock.used(), clock.limit().orElse(0)));
        var limit = clock.limit().isPresent() ? percent(clock.limit().getAsInt(), axis) : null;
        var rungs = new ArrayList<Rung>();
        int at = 0;
        PathwayClock.Reached before = null;
        for (var point : clock.reached()) {
            if (before != null) {
                var names = texts.text(
                        "path.step",
                        word(before.point().key(), texts),
                        word(point.point().key(), texts));
                rungs.add(rung(
                        names,
                        texts.formats().date(point.day()),
                        at,
                        point.days(),
                        point.allowed(),
                        axis,
                        limit,
                        false,
                        texts));
                at += point.days();
            }
            before = point;
        }
        if (before != null && waits) {
            var allowed = clock.next()
                    .filter(next -> next.from() == clock.at().point())
                    .map(PathwayClock.Next::allowed)
                    .orElse(java.util.OptionalInt.empty());
            rungs.add(rung(
                    texts.text("path.step.now", word(before.point().key(), texts)),
                    texts.formats().date(clock.day()),
                    at,
                    clock.used() - at,
                    allowed,
                    axis,
                    limit,
                    true,
                    texts));
        } else if (before != null && clock.used() > at) {
            rungs.add(rung(
                    texts.text("path.step.end", word(before.point().key(), texts)),
                    texts.formats().date(clock.day()),
                    at,
                    clock.used() - at,
                    java.util.OptionalInt.empty(),
                    axis,
                    limit,
                    false,
                    texts));
        }
        return rungs;
    }

    private static Rung rung(
            String step,
            String day,
            int at,
            int days,
            java.util.OptionalInt allowed,
            int axis,
            @Nullable String limit,
            boolean waits,
            Texts texts) {
        int most = allowed.orElse(days);
        int over = Math.max(0, days - most);
        return new Rung(
                step,
                day,
                texts.formats().whole(days),
                over > 0 ? "+" + texts.formats().whole(over) : "",
                allowed.isPresent() ? texts.formats().whole(allowed.getAsInt()) : "–",
                percent(at, axis),
                percent(days - over, axis),
                over > 0 ? new ClockBar.Part(percent(at + days - over, axis), percent(over, axis)) : null,
                limit,
                waits);
    }

    private static String word(String key, Texts texts) {
        return texts.text("point." + key);
    }

    private static String percent(int days, int axis) {
        return String.format(Locale.ROOT, "%.2f%%", WHOLE * days / axis);
    }
}
