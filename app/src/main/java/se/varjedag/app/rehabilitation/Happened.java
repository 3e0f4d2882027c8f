package se.varjedag.app.rehabilitation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import se.varjedag.app.patients.PatientValues.Course;
import se.varjedag.app.timeline.ClinicalValue;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Kind;
import se.varjedag.app.timeline.ClinicalValue.State;
import se.varjedag.app.timeline.PersonEvents.Event;

/// The occasions that have come of one patient, from what the reader sees of her.
public final class Happened {
    private static final Pattern NATIONAL_CODE = Pattern.compile("[A-Z]{2}\\d{3}");
    private static final int LETTERS_AND_TRACK = 3;

    private Happened() {}

    /// An occasion on a day.
    public record Time(Occasion occasion, LocalDate day) {}

    /// Every occasion up to a day, each once a day.
    static List<Time> of(Course course, Programme programme, LocalDate today) {
        var all = new HashSet<Time>();
        var events = course.sight().events().stream()
                .filter(event -> !event.planned())
                .sorted(Comparator.comparing(Event::day))
                .toList();
        var values = course.values().stream()
                .map(ClinicalValue::fact)
                .filter(fact -> fact.state() == State.DONE)
                .sorted(Comparator.comparing(Fact::day))
                .toList();
        for (var occasion : programme.occasions()) {
            for (var event : events) {
                suffix(event.code()).stream()
                        .filter(occasion.suffixes()::contains)
                        .forEach(_ -> all.add(new Time(occasion, event.day())));
            }
            if (occasion.caregiver()) {
                caregivers(events).forEach(day -> all.add(new Time(occasion, day)));
            }
            ofValues(values, occasion, all);
        }
        return all.stream().filter(time -> !time.day().isAfter(today)).toList();
    }

    private static void ofValues(List<Fact> values, Occasion occasion, Set<Time> all) {
        var told = new HashMap<Kind, Fact>();
        for (var fact : values) {
            if (occasion.begins().contains(fact.kind())) {
                all.add(new Time(occasion, fact.day()));
            }
            if (occasion.ends().contains(fact.kind()) && fact.until() != null) {
                all.add(new Time(occasion, fact.until()));
            }
            if (told.put(fact.kind(), fact) != null && occasion.changes().contains(fact.kind())) {
                all.add(new Time(occasion, fact.day()));
            }
        }
    }

    /// The first day at each caregiver but the first.
    private static List<LocalDate> caregivers(List<Event> events) {
        var known = new HashSet<String>();
        var days = new ArrayList<LocalDate>();
        for (var event : events) {
            if (!event.caregiver().isEmpty() && known.add(event.caregiver()) && known.size() > 1) {
                days.add(event.day());
            }
        }
        return days;
    }

    /// The two figures that say what a national code tells; empty of any other code.
    static OptionalInt suffix(String code) {
        return NATIONAL_CODE.matcher(code).matches()
                ? OptionalInt.of(Integer.parseInt(code.substring(LETTERS_AND_TRACK)))
                : OptionalInt.empty();
    }
}
