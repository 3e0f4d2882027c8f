package se.varjedag.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.Acting;
import se.varjedag.app.access.Assignment;
import se.varjedag.app.access.Role;
import se.varjedag.app.coordination.Notes;
import se.varjedag.app.coordination.PathwayKey;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.trace.State;

/// Why limits were passed in the demo: half of those whose treatment started too late in the last year have an answer.
/// Made up, and the same each time for the same pathways.
@Component
@ConditionalOnProperty("varjedag.demo")
class ReasonsOfDemo {
    private static final long SEED = 41;
    private static final int ANSWERED_PERCENT = 50;
    private static final int OF_PATIENT = 14;
    private static final int MEDICAL = 34;
    private static final int OTHER = 42;
    private static final List<MeasuringPoint> STEPS = List.of(
            MeasuringPoint.TREATMENT,
            MeasuringPoint.TREATMENT,
            MeasuringPoint.PATHOLOGY_REPORTED,
            MeasuringPoint.IMAGING_PERFORMED,
            MeasuringPoint.FIRST_VISIT);

    private final Notes notes;
    private final Timeline timeline;

    ReasonsOfDemo(Notes notes, Timeline timeline) {
        this.notes = notes;
        this.timeline = timeline;
    }

    private record Late(PathwayKey key, String unit, LocalDate end, int born) {}

    /// Adds them.
    void add(LocalDate today) {
        var chance = new SplittableRandom(SEED);
        for (var late : late(today)) {
            if (chance.nextInt(100) < ANSWERED_PERCENT) {
                answer(late, chance);
            }
        }
    }

    private void answer(Late late, SplittableRandom chance) {
        var assignment = new Assignment(Role.COORDINATOR, late.unit());
        var kim = new Acting(new Account("koordinator", "Kim Koordinator", assignment), assignment);
        int drawn = chance.nextInt(100);
        var why = drawn < OF_PATIENT
                ? Notes.Why.PATIENT
                : drawn < MEDICAL ? Notes.Why.MEDICAL : drawn < OTHER ? Notes.Why.OTHER : Notes.Why.CAPACITY;
        var step = why == Notes.Why.CAPACITY
                ? STEPS.get(chance.nextInt(STEPS.size())).key()
                : "";
        notes.because(kim, late.key(), why, step, "");
    }

    /// In an order that does not depend on what persons are called in this installation.
    private List<Late> late(LocalDate today) {
        var traced = timeline.snapshot().pathways();
        var timelines = traced.timelines();
        long first = today.minusYears(1).withDayOfMonth(1).toEpochDay();
        var all = new ArrayList<Late>();
        for (int at = 0; at < traced.size(); at++) {
            int limit = traced.limit(at);
            if (traced.state(at) == State.TREATED
                    && traced.end(at) >= first
                    && limit >= 0
                    && traced.end(at) - traced.start(at) > limit) {
                var key = PathwayKey.of(traced, at);
                all.add(new Late(
                        key,
                        timelines.unitText(traced.endUnit(at)),
                        LocalDate.ofEpochDay(traced.end(at)),
                        timelines.born(traced.person(at))));
            }
        }
        all.sort(Comparator.comparing((Late one) -> one.key().definition())
                .thenComparing(one -> one.key().start())
                .thenComparing(Late::end)
                .thenComparing(Late::unit)
                .thenComparingInt(Late::born));
        return all;
    }
}
