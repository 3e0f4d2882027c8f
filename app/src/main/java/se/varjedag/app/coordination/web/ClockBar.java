package se.varjedag.app.coordination.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.ahead.PathwayClock;

/// A clock as a bar on the axis of its list, in per cent of the axis.
///
/// @param used width of the days used up to the limit
/// @param rest where the days left begin and how wide they are; null when none are left or no limit is known
/// @param over the days over the limit; null when there are none
/// @param limit where the limit stands; null where none is known
/// @param cut whether there are more days than the axis has room for
/// @param said the bar in words
public record ClockBar(
        String used,
        @org.jspecify.annotations.Nullable Part rest,
        @org.jspecify.annotations.Nullable Part over,
        @org.jspecify.annotations.Nullable String limit,
        boolean cut,
        String said) {
    private static final int LEAST = 42;
    private static final int MOST = 98;
    private static final int STEP = 14;
    private static final double WHOLE = 100;

    /// A part of a bar.
    public record Part(String from, String width) {}

    /// The axis of a list: as long as its longest clock, within what can be read.
    ///
    /// @param days at its end
    record Axis(int days) {
        static Axis of(List<PathwayClock> clocks) {
            int longest = clocks.stream()
                    .mapToInt(clock -> Math.max(clock.used(), clock.limit().orElse(0)))
                    .max()
                    .orElse(LEAST);
            return new Axis(Math.clamp(longest + 2, LEAST, MOST));
        }

        /// Every other week, with where it stands.
        List<Part> ticks() {
            var all = new ArrayList<Part>();
            for (int day = 0; day < days - STEP / 2; day += STEP) {
                all.add(new Part(percent(day), String.valueOf(day)));
            }
            return all;
        }

        private String percent(double day) {
            return String.format(Locale.ROOT, "%.2f%%", Math.clamp(WHOLE * day / days, 0, WHOLE));
        }
    }

    static ClockBar of(PathwayClock clock, Axis axis, Texts texts) {
        var limit = clock.limit();
        int used = clock.used();
        boolean cut = used > axis.days();
        if (limit.isEmpty()) {
            return new ClockBar(axis.percent(used), null, null, null, cut, said(clock, limit, texts));
        }
        int upTo = limit.getAsInt();
        return new ClockBar(
                axis.percent(Math.min(used, upTo)),
                used < upTo ? new Part(axis.percent(used), axis.percent(Math.min(upTo, axis.days()) - used)) : null,
                used > upTo ? new Part(axis.percent(upTo), axis.percent(Math.min(used, axis.days()) - upTo)) : null,
                axis.percent(upTo),
                cut,
                said(clock, limit, texts));
    }

    private static String said(PathwayClock clock, OptionalInt limit, Texts texts) {
        var days = texts.formats().days(clock.used());
        return limit.isEmpty()
                ? texts.text("work.bar.nolimit", days)
                : clock.over()
                        ? texts.text("work.bar.over", days, clock.used() - limit.getAsInt(), limit.getAsInt())
                        : texts.text("work.bar.left", days, limit.getAsInt() - clock.used(), limit.getAsInt());
    }
}
