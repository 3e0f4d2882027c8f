package se.varjedag.app.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.reference.UnitPeriod;
import se.varjedag.app.reference.Units;

/// How much of the access log somebody reads who reviews it: all of it, or the lines of one place and of what lies
/// under it, of its staff and about its data. A unit counts for the days it lay there.
///
/// Pages, reviews and AuditEvent under `/fhir` all go by this.
///
/// @param all   whether it is the whole log
/// @param place a unit or a caregiver; empty when it is the whole log
/// @param under the units that lie under the place, each with its days
public record LogReach(boolean all, String place, List<Under> under) {

    /// No tree of units is higher; one that bites its own tail is cut off here.
    private static final int HIGHEST_TREE = 50;

    /// Every line.
    public static final LogReach EVERYTHING = new LogReach(true, "", List.of());

    public LogReach {
        under = List.copyOf(under);
    }

    /// A unit under the place from one day to another, both included.
    public record Under(String unit, LocalDate from, LocalDate to) {}

    /// What an assignment reaches: everything only for an auditor of the whole installation.
    static LogReach of(Assignment assignment, Units units) {
        if (assignment.role() == Role.AUDITOR && assignment.place().isEmpty()) {
            return EVERYTHING;
        }
        var under = new ArrayList<Under>();
        for (var history : units.histories().values()) {
            for (var period : history) {
                if (period.unit().caregiver().equals(assignment.place())) {
                    under.add(new Under(period.unit().id(), period.from(), period.to()));
                }
            }
        }
        addBelow(new Under(assignment.place(), UnitPeriod.EVER, UnitPeriod.FURTHER_NOTICE), units, under, HIGHEST_TREE);
        return new LogReach(false, assignment.place(), under);
    }

    private static void addBelow(Under upper, Units units, List<Under> found, int levels) {
        if (upper.unit().isEmpty() || levels == 0) {
            return;
        }
        for (var history : units.histories().values()) {
            for (var period : history) {
                var from = period.from().isAfter(upper.from()) ? period.from() : upper.from();
                var to = period.to().isBefore(upper.to()) ? period.to() : upper.to();
                if (period.parent().equals(upper.unit()) && !from.isAfter(to)) {
                    var one = new Under(period.unit().id(), from, to);
                    if (!found.contains(one)) {
                        found.add(one);
                        addBelow(one, units, found, levels - 1);
                    }
                }
            }
        }
    }

    /// The condition in SQL on a row of the log, with the values of [#values()].
    String where() {
        return all ? "true" : """
                (place <> '' and place = :place or unit <> '' and unit = :place
                    or exists (
                        select 1
                        from unnest(cast(:units as text[]), cast(:since as timestamptz[]), cast(:until as timestamptz[]))
                            as below (id, since, until)
                        where below.id in (place, unit) and at >= below.since and at < below.until))""";
    }

    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        values.put("place", place);
        values.put("units", under.stream().map(Under::unit).toArray(String[]::new));
        values.put(
                "since",
                under.stream()
                        .map(one -> one.from().equals(UnitPeriod.EVER) ? "-infinity" : beginning(one.from()))
                        .toArray(String[]::new));
        values.put(
                "until",
                under.stream()
                        .map(one -> one.to().equals(UnitPeriod.FURTHER_NOTICE)
                                ? "infinity"
                                : beginning(one.to().plusDays(1)))
                        .toArray(String[]::new));
        return values;
    }

    private static String beginning(LocalDate day) {
        return day.atStartOfDay(Sweden.TIME).toInstant().toString();
    }
}
