package se.varjedag.nation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import se.varjedag.nation.CourseModel.Drug;
import se.varjedag.nation.CourseModel.Marker;
import se.varjedag.pathway.event.CareEvent;

/// Makes up the clinical values of a simulated patient who came to treatment, or is on her way there ([OpenCourse]):
/// plausible, not fitted to anything. A stream of its own: the events of the nation do not depend on it.
public final class ClinicalCourse {
    private static final int BETWEEN_SAMPLES = 42;
    private static final int BETWEEN_VISITS = 84;
    private static final int BETWEEN_IMAGES = 112;
    private static final int SUFFIX = 3;
    private static final double RELAPSE = 0.45;
    private static final int NEVER = 50;

    private final String person;
    private final CourseModel model;
    private final LocalDate suspected;
    private final LocalDate treated;
    private final int treatment;
    private final LocalDate until;
    private final SplittableRandom chance;
    private final List<CourseValue> values = new ArrayList<>();
    private final boolean spread;
    private final LocalDate relapse;

    private ClinicalCourse(
            String person,
            CourseModel model,
            LocalDate suspected,
            LocalDate treated,
            int treatment,
            LocalDate until,
            long seed) {
        this.person = person;
        this.model = model;
        this.suspected = suspected;
        this.treated = treated;
        this.treatment = treatment;
        this.until = until;
        this.chance = new SplittableRandom(seed ^ (person.hashCode() * 0x9E3779B97F4A7C15L));
        this.spread = chance.nextDouble() < (treatment == 52 || treatment == 58 ? 0.6 : 0.1);
        this.relapse = chance.nextDouble() < (spread ? 0.7 : RELAPSE)
                ? treated.plusDays(200 + chance.nextInt(500))
                : until.plusYears(NEVER);
    }

    /// The values of one person, the oldest first within each kind; none where her pathway
    /// ended without treatment.
    ///
    /// @param events the person's events
    /// @param until  the last day of the simulation
    public static List<CourseValue> of(List<CareEvent> events, LocalDate until, long seed) {
        var done = events.stream()
                .filter(event -> event.status() == CareEvent.Status.DONE)
                .sorted(Comparator.comparing(CareEvent::day))
                .toList();
        CareEvent start = null;
        CareEvent end = null;
        for (var event : done) {
            int suffix = suffix(event.code());
            if (suffix < 0) {
                continue;
            }
            if (suffix == 10 && start == null) {
                start = event;
            } else if (start != null
                    && end == null
                    && suffix >= 50
                    && suffix <= 59
                    && event.code().startsWith(start.code().substring(0, SUFFIX))) {
                end = event;
            }
        }
        if (start == null || end == null) {
            return OpenCourse.of(done, until, seed);
        }
        var course = new ClinicalCourse(
                start.person(),
                CourseModel.of(start.code().substring(0, SUFFIX)),
                start.day(),
                end.day(),
                suffix(end.code()),
                until,
                seed);
        course.make();
        return course.values;
    }

    static int suffix(String code) {
        return code.matches("[A-Z]{2}\\d{3}") ? Integer.parseInt(code.substring(SUFFIX)) : -1;
    }

    private void make() {
        statuses();
        var drugs = drugs();
        local();
        model.markers().forEach(marker -> samples(marker, drugs));
        visits();
        images();
        tests();
    }

    private void statuses() {
        var early = model.statuses().getFirst();
        var late = model.statuses().get(model.statuses().size() - 2);
        value("status", spread ? late : early, suspected.plusDays(20), null, null, "", "", null, null, 0, "", true);
        if (relapse.isBefore(until)) {
            var next = spread ? model.statuses().getLast() : late;
            value("status", next, relapse, null, null, "", "", null, null, 0, "", true);
        }
    }

    /// The drugs one after another: the first with the treatment, the next when the disease has come back.
    ///
    /// @return the first day without any
    private LocalDate drugs() {
        if (treatment != 52 && !spread && !relapse.isBefore(until)) {
            return treated;
        }
        var day = treatment == 52 || spread ? treated : relapse.plusDays(14);
        int line = 1;
        for (Drug drug : model.drugs()) {
            if (!day.isBefore(until)) {
                break;
            }
            var planned = day.plusDays(Math.round(drug.months() * 30.4 * (0.7 + chance.nextDouble() * 0.6)));
            var why = chance.nextDouble();
            var reason = why < 0.35 ? "progress" : why < 0.5 ? "toxicity" : why < 0.92 ? "planned" : "";
            var end = planned.isBefore(until) ? planned : null;
            value(
                    "treatment",
                    drug.kind(),
                    day,
                    end,
                    null,
                    drug.name(),
                    "",
                    null,
                    null,
                    line,
                    end == null ? "" : reason,
                    true);
            if (end == null || !relapse.isBefore(until)) {
                return end == null ? until : end;
            }
            day = end.plusDays(14 + chance.nextInt(60));
            line++;
        }
        return day;
    }

    private void local() {
        if (treatment == 50) {
            value("surgery", "operation", treated, null, null, model.operation(), "", null, null, 0, "", true);
        }
        if (treatment == 54 || (treatment == 50 && chance.nextDouble() < 0.3)) {
            var day = treatment == 54 ? treated : treated.plusDays(50);
            if (day.isBefore(until)) {
                value(
                        "radiotherapy",
                        "external",
                        day,
                        day.plusDays(27),
                        60.0,
                        model.target(),
                        "Gy",
                        null,
                        null,
                        20,
                        "",
                        true);
            }
        }
        if (relapse.plusDays(60).isBefore(until) && chance.nextDouble() < 0.4) {
            var day = relapse.plusDays(60);
            value("radiotherapy", "external", day, day, 8.0, "skelett", "Gy", null, null, 1, "", true);
        }
    }

    private void samples(Marker marker, LocalDate untreated) {
        double level = marker.ofDisease() ? marker.high() * (spread ? 6 : 2.2) : (marker.low() + marker.high()) / 2;
        double floor = marker.high() * 0.3;
        int after = 0;
        for (var day = suspected.plusDays(4); !day.isAfter(until); day = day.plusDays(BETWEEN_SAMPLES + after % 9)) {
            after++;
            if (marker.ofDisease()) {
                boolean rising =
                        day.isAfter(relapse.minusDays(90)) && (day.isAfter(untreated) || day.isBefore(relapse));
                level = day.isBefore(treated) ? level * 1.03 : rising ? level * 1.35 : Math.max(floor, level * 0.62);
            } else {
                double dip = day.isAfter(treated) && day.isBefore(treated.plusDays(150)) ? 0.88 : 1;
                level += ((marker.low() + marker.high()) / 2 * dip - level) * 0.4;
            }
            double read = level * (0.94 + chance.nextDouble() * 0.12);
            double rounded = Math.round(read * marker.precision()) / marker.precision();
            value(
                    "laboratory",
                    marker.item(),
                    day,
                    null,
                    rounded,
                    "",
                    marker.measure(),
                    marker.ofDisease() ? null : marker.low(),
                    marker.high(),
                    0,
                    "",
                    true);
        }
    }

    private void visits() {
        double health = 82;
        for (var day = suspected.plusDays(10); !day.isAfter(until); day = day.plusDays(BETWEEN_VISITS)) {
            boolean worse = day.isAfter(relapse);
            health = Math.clamp(health + (worse ? -4 : 1) + (chance.nextDouble() - 0.5) * 8, 25, 98);
            double scale = health > 80 ? 0 : health > 58 ? 1 : health > 38 ? 2 : 3;
            double number = model.performance().equals("kps") ? 100 - scale * 20 : scale;
            value("performance", model.performance(), day, null, number, "", "", null, null, 0, "", true);
            value(
                    "patient-reported",
                    "health",
                    day,
                    null,
                    (double) Math.round(health),
                    "",
                    "",
                    null,
                    null,
                    0,
                    "",
                    true);
            value(
                    "patient-reported",
                    "pain-free",
                    day,
                    null,
                    (double) Math.round(Math.clamp(health + 8 + (chance.nextDouble() - 0.5) * 6, 10, 100)),
                    "",
                    "",
                    null,
                    null,
                    0,
                    "",
                    true);
        }
    }

    private void images() {
        image(suspected.plusDays(9), "");
        for (var day = treated.plusDays(70); !day.isAfter(until); day = day.plusDays(BETWEEN_IMAGES)) {
            long past = ChronoUnit.DAYS.between(relapse, day);
            image(day, past >= -20 && past < 150 ? "growing" : past >= 150 ? "shrinking" : "stable");
        }
    }

    private void image(LocalDate day, String says) {
        if (!day.isAfter(until)) {
            value("imaging", model.imaging(), day, null, null, "", "", null, null, 0, says, true);
        }
    }

    private void tests() {
        int at = 0;
        for (var test : model.tests()) {
            boolean last = at == model.tests().size() - 1;
            if (last && chance.nextDouble() < 0.4) {
                value(
                        "pathology",
                        test.item(),
                        until.minusDays(9 + chance.nextInt(25)),
                        null,
                        null,
                        "",
                        "",
                        null,
                        null,
                        0,
                        "",
                        false);
            } else if (chance.nextDouble() < 0.9) {
                var answer = test.answers().get(chance.nextInt(test.answers().size()));
                value(
                        "pathology",
                        test.item(),
                        suspected.plusDays(16 + at * 3L),
                        null,
                        null,
                        answer,
                        "",
                        null,
                        null,
                        0,
                        "",
                        true);
            }
            at++;
        }
    }

    private void value(
            String kind,
            String item,
            LocalDate day,
            @Nullable LocalDate end,
            @Nullable Double number,
            String text,
            String measure,
            @Nullable Double low,
            @Nullable Double high,
            int part,
            String reason,
            boolean done) {
        if (!day.isAfter(until)) {
            values.add(new CourseValue(
                    person,
                    person + "-" + values.size(),
                    kind,
                    item,
                    day,
                    end,
                    number,
                    text,
                    measure,
                    low,
                    high,
                    part,
                    reason,
                    done));
        }
    }
}
