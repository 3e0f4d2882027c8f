package se.varjedag.app.intake.fhir;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/// Which of many treatments begins a course: a course is a chain of treatments of one code for one person in which none
/// comes later than so many days after the one before. Only the first of a course is the start of a treatment.
final class Courses {
    private record Key(String person, String code) {}

    private record Treatment(LocalDate day, String name) {}

    private final Map<Key, TreeSet<Treatment>> treatments = new HashMap<>();

    void add(String person, String code, LocalDate day, String name) {
        treatments
                .computeIfAbsent(
                        new Key(person, code),
                        _ -> new TreeSet<>(Comparator.comparing(Treatment::day).thenComparing(Treatment::name)))
                .add(new Treatment(day, name));
    }

    /// Whether the treatment is the first of its course.
    boolean begins(String person, String code, LocalDate day, String name, int courseDays) {
        var all = treatments.get(new Key(person, code));
        var before = all == null ? null : all.lower(new Treatment(day, name));
        return before == null || ChronoUnit.DAYS.between(before.day(), day) > courseDays;
    }
}
