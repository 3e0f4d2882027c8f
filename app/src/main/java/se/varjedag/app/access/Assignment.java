package se.varjedag.app.access;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// An assignment (uppdrag): what somebody may act as, where, and until when.
///
/// Written `coordinator@SE2321000016-1000 until 2027-01-31`; place and end may be left out. What the place is follows
/// from the role: a unit's HSA-id, a county code, a caregiver, or the patient's pseudonym.
///
/// @param place empty when the role has no place or reaches everywhere
/// @param until the last day it holds; empty when it has no end yet
public record Assignment(Role role, String place, Optional<LocalDate> until) {
    private static final Pattern WRITTEN =
            Pattern.compile("([a-z-]+)(?:@(\\S{1,100}))?(?: until (\\d{4}-\\d{2}-\\d{2}))?");

    /// An assignment without an end.
    public Assignment(Role role, String place) {
        this(role, place, Optional.empty());
    }

    /// Reads an assignment as it is written in the file of accounts; empty when it is not written so.
    public static Optional<Assignment> of(String written) {
        var parts = WRITTEN.matcher(written.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        var place = Optional.ofNullable(parts.group(2)).orElse("");
        try {
            var until = Optional.ofNullable(parts.group(3)).map(LocalDate::parse);
            return Role.of(parts.group(1))
                    .filter(role -> !place.isEmpty() || !needsPlace(role))
                    .map(role -> new Assignment(role, place, until));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// Who works at a unit, or is a patient, is nowhere without it: nothing would be near.
    public static boolean needsPlace(Role role) {
        return role.reach() == Role.Reach.UNIT || role.reach() == Role.Reach.PERSON;
    }

    /// Role and place: what tells a person's assignments apart.
    public String key() {
        return place.isEmpty() ? role.key() : role.key() + "@" + place;
    }

    /// Whether it holds on this day.
    public boolean holdsOn(LocalDate day) {
        return until.map(last -> !day.isAfter(last)).orElse(true);
    }

    /// As it is written in the file of accounts.
    @Override
    public String toString() {
        return key() + until.map(last -> " until " + last).orElse("");
    }
}
