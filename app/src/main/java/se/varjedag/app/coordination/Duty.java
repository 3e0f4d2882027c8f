package se.varjedag.app.coordination;

import java.util.Locale;
import java.util.Optional;

/// The duties of a contact nurse towards one patient, from the national description of the assignment
/// (`docs/handbook/arbetslista.sv.md`). How often each returns is ours to propose and the unit's to decide: nothing in
/// the description sets a number of days.
public enum Duty {
    /// She is made known to the patient, with telephone times and who stands in for her.
    PRESENTED(7, false),
    /// The patient's needs are assessed, and acted on or referred.
    NEEDS(14, false),
    /// What was found is followed up.
    FOLLOW_UP(28, true),
    /// The lead time is watched together with the coordinator.
    LEAD_TIME(7, true),
    /// The written plan is made, and brought up to date after each important change.
    PLAN(14, true);

    private final int days;
    private final boolean again;

    Duty(int days, boolean again) {
        this.days = days;
        this.again = again;
    }

    /// So many days after the start, or after it was done the last time, it is due.
    public int days() {
        return days;
    }

    /// Whether it returns.
    public boolean again() {
        return again;
    }

    /// How it is written in the database, in forms and in texts.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The duty that is written so.
    public static Optional<Duty> of(String key) {
        for (var duty : values()) {
            if (duty.key().equals(key)) {
                return Optional.of(duty);
            }
        }
        return Optional.empty();
    }
}
