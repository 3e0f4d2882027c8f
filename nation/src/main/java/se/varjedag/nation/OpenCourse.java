package se.varjedag.nation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import se.varjedag.nation.CourseModel.Marker;
import se.varjedag.pathway.event.CareEvent;

/// Makes up the clinical values of a simulated patient whose pathway is open: what fits how far she has come, and
/// nothing before what it comes from. An answer that is waited for in the pathway is waited for here.
final class OpenCourse {
    private static final int BETWEEN_SAMPLES = 21;
    private static final int SUFFIX = 3;
    private static final int AFTER_VISIT = 2;
    private static final double PERFORMANCE_STEP = 20;

    private final List<CareEvent> events;
    private final CareEvent start;
    private final LocalDate until;
    private final CourseModel model;
    private final SplittableRandom chance;
    private final List<CourseValue> values = new ArrayList<>();

    private OpenCourse(List<CareEvent> events, CareEvent start, LocalDate until, long seed) {
        this.events = events;
        this.start = start;
        this.until = until;
        this.model = CourseModel.of(start.code().substring(0, SUFFIX));
        this.chance = new SplittableRandom(seed ^ (start.person().hashCode() * 0x9E3779B97F4A7C15L));
    }

    /// The values of one person; none where no pathway of hers is open.
    ///
    /// @param done the person's events that have happened, in order of day
    static List<CourseValue> of(List<CareEvent> done, LocalDate until, long seed) {
        var start = done.stream()
                .filter(event -> ClinicalCourse.suffix(event.code()) == 10)
                .max(Comparator.comparing(CareEvent::day));
        if (start.isEmpty() || ended(done, start.get())) {
            return List.of();
        }
        var course = new OpenCourse(done, start.get(), until, seed);
        course.make();
        return course.values;
    }

    private static boolean ended(List<CareEvent> done, CareEvent start) {
        var prefix = start.code().substring(0, SUFFIX);
        return done.stream()
                .filter(event -> !event.day().isBefore(start.day()))
                .anyMatch(event -> event.code().equals("died")
                        || (event.code().startsWith(prefix) && ends(ClinicalCourse.suffix(event.code()))));
    }

    private static boolean ends(int suffix) {
        return suffix >= 50 && suffix < 90;
    }

    private void make() {
        model.markers().forEach(this::samples);
        point("25").ifPresent(visit -> health(visit.plusDays(AFTER_VISIT)));
        image();
        tests();
        point("44")
                .or(() -> point("35"))
                .ifPresent(day -> value("status", model.statuses().getFirst(), day, null, ""));
    }

    /// The first day of a point of the open pathway, by suffix or by the word of a point between.
    private Optional<LocalDate> point(String named) {
        var prefix = start.code().substring(0, SUFFIX);
        return events.stream()
                .filter(event -> !event.day().isBefore(start.day()))
                .filter(event -> event.code().equals(prefix + named)
                        || (event.code().equals(named)
                                && (event.pathway().isEmpty() || event.pathway().equals(prefix))))
                .map(CareEvent::day)
                .min(Comparator.naturalOrder());
    }

    private void samples(Marker marker) {
        double middle = (marker.low() + marker.high()) / 2;
        double level = marker.ofDisease() ? marker.high() * (1.4 + chance.nextDouble() * 3) : middle;
        for (var day = start.day().plusDays(3); !day.isAfter(until); day = day.plusDays(BETWEEN_SAMPLES)) {
            level *= marker.ofDisease() ? 1.02 : 1;
            double read = level * (0.94 + chance.nextDouble() * 0.12);
            values.add(new CourseValue(
                    start.person(),
                    id(),
                    "laboratory",
                    marker.item(),
                    day,
                    null,
                    Math.round(read * marker.precision()) / marker.precision(),
                    "",
                    marker.measure(),
                    marker.ofDisease() ? null : marker.low(),
                    marker.high(),
                    0,
                    "",
                    true));
        }
    }

    /// What she can do, and what she says herself, at the first visit and when the treatment is decided.
    private void health(LocalDate first) {
        double health = 60 + chance.nextInt(36);
        var days = new ArrayList<>(List.of(first));
        point("44").filter(day -> day.isAfter(first)).ifPresent(days::add);
        for (var day : days) {
            double scale = health > 78 ? 0 : 1;
            value(
                    "performance",
                    model.performance(),
                    day,
                    model.performance().equals("kps") ? 100 - scale * PERFORMANCE_STEP : scale,
                    "");
            value("patient-reported", "health", day, (double) Math.round(health), "");
            value("patient-reported", "pain-free", day, (double) Math.round(Math.min(100, health + 6)), "");
            health -= chance.nextInt(6);
        }
    }

    private void image() {
        var reported = point("imaging-reported").or(() -> point("imaging-performed"));
        if (reported.isPresent()) {
            value("imaging", model.imaging(), reported.get(), null, "");
        } else {
            point("imaging-referral").ifPresent(day -> awaited("imaging", model.imaging(), day));
        }
    }

    private void tests() {
        var taken = point("specimen-taken").or(() -> point("22"));
        var reported = point("pathology-reported");
        int nth = 0;
        for (var test : model.tests()) {
            var answer = test.answers().get(chance.nextInt(test.answers().size()));
            if (nth == 0 && reported.isPresent()) {
                value("pathology", test.item(), reported.get(), null, answer);
            } else if (reported.isPresent() || (nth == 0 && taken.isPresent())) {
                awaited("pathology", test.item(), reported.or(() -> taken).orElseThrow());
            }
            nth++;
        }
    }

    private void awaited(String kind, String item, LocalDate day) {
        add(kind, item, day, null, "", false);
    }

    private void value(String kind, String item, LocalDate day, @Nullable Double number, String text) {
        add(kind, item, day, number, text, true);
    }

    private void add(String kind, String item, LocalDate day, @Nullable Double number, String text, boolean done) {
        if (!day.isAfter(until)) {
            values.add(new CourseValue(
                    start.person(), id(), kind, item, day, null, number, text, "", null, null, 0, "", done));
        }
    }

    private String id() {
        return start.person() + "-open-" + values.size();
    }
}
