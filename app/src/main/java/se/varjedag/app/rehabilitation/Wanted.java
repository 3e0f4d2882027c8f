package se.varjedag.app.rehabilitation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import se.varjedag.app.rehabilitation.Happened.Time;

/// An assessment of needs that is wanted, and whether it was made.
///
/// @param day  of the occasion
/// @param due  the last day for the assessment
/// @param done the day it was made; empty while it was not
public record Wanted(Occasion occasion, LocalDate day, LocalDate due, Optional<LocalDate> done) {

    /// Whether the last day has passed, and nothing was made by it.
    public boolean late(LocalDate today) {
        return done.orElse(today).isAfter(due);
    }

    /// Whether it is still to be made.
    public boolean open() {
        return done.isEmpty();
    }

    /// What is wanted of these times, the latest first. One assessment answers to every occasion before it, and to
    /// one that comes shortly after.
    ///
    /// @param assessed the days on which needs were assessed
    static List<Wanted> of(List<Time> times, List<LocalDate> assessed, Programme programme) {
        var days = assessed.stream().sorted().toList();
        return times.stream()
                .sorted(Comparator.comparing(Time::day).reversed())
                .map(time -> new Wanted(
                        time.occasion(),
                        time.day(),
                        time.day().plusDays(programme.within()),
                        days.stream()
                                .filter(day -> !day.isBefore(time.day().minusDays(programme.before())))
                                .findFirst()))
                .toList();
    }
}
