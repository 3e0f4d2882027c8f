package se.varjedag.app.forms;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When a form is to be answered, seen from the day that it follows on: that of a point on the patient's way, or the
/// day her pathway closed.
public enum Occasion {
    /// Once, from the day itself.
    ONCE,
    /// As often as the patient likes.
    OPEN,
    /// Before what happens on the day: in the four weeks up to it.
    BEFORE,
    MONTHS_3,
    MONTHS_12,
    MONTHS_36,
    /// Eight to twelve weeks after the pathway closed: the national survey of patients' experience.
    PREM;

    private static final int WEEKS_BEFORE = 4;
    private static final int FIRST_WEEK = 8;
    private static final int LAST_WEEK = 12;
    /// How long a form for a month stays open.
    private static final int WEEKS_OPEN = 6;

    /// How it is written in the database and in forms: `months-3`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The occasion that is written so.
    public static Optional<Occasion> of(String key) {
        for (var one : values()) {
            if (one.key().equals(key)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /// The first day it may be answered.
    public LocalDate due(LocalDate from) {
        return switch (this) {
            case ONCE, OPEN -> from;
            case BEFORE -> from.minusWeeks(WEEKS_BEFORE);
            case MONTHS_3 -> from.plusMonths(3);
            case MONTHS_12 -> from.plusMonths(12);
            case MONTHS_36 -> from.plusMonths(36);
            case PREM -> from.plusWeeks(FIRST_WEEK);
        };
    }

    /// The last day it may be answered; null where there is none.
    public @Nullable LocalDate until(LocalDate from) {
        return switch (this) {
            case ONCE, OPEN -> null;
            case BEFORE -> from;
            case MONTHS_3, MONTHS_12, MONTHS_36 -> due(from).plusWeeks(WEEKS_OPEN);
            case PREM -> from.plusWeeks(LAST_WEEK);
        };
    }
}
