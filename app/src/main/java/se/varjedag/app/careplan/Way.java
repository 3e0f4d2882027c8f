package se.varjedag.app.careplan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import se.varjedag.app.coordination.PathwayKey;
import se.varjedag.pathway.definition.MeasuringPoint;

/// Where a patient is on her way, as far as she has been told.
///
/// @param unit the care unit that has her; empty where unknown
/// @param used days of the clock until today, or until it ended
/// @param limit the longest time in days that her pathway may take; empty where it is unknown
/// @param over whether she knows that it has ended
/// @param dismissed whether it ended because the suspicion was dismissed
/// @param visits what she is called to, the first first
/// @param been what she has been at, the first first
public record Way(
        PathwayKey key,
        String unit,
        int used,
        OptionalInt limit,
        List<Step> steps,
        List<Visit> visits,
        List<Visit> been,
        boolean told,
        boolean over,
        boolean dismissed) {

    public Way {
        steps = List.copyOf(steps);
        visits = List.copyOf(visits);
        been = List.copyOf(been);
    }

    /// The steps in plain words, as many for everybody.
    public enum Stage {
        START,
        VISIT,
        TESTS,
        ANSWERS,
        REVIEW,
        TOLD,
        /// What the patient and her doctor plan together after she has been told.
        AFTER,
        /// Only where she knows that a treatment has been decided.
        TREATMENT,
        /// Only where she knows that it has ended without one.
        END;

        /// How it is written in texts.
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Stage of(MeasuringPoint point) {
            return switch (point) {
                case SUSPECTED, SUSPICION -> START;
                case REFERRAL_RECEIVED, FIRST_VISIT -> VISIT;
                case IMAGING_REFERRAL, IMAGING_PERFORMED, DIAGNOSTIC_SURGERY, SPECIMEN_TAKEN -> TESTS;
                case SPECIMEN_RECEIVED, IMAGING_REPORTED, PATHOLOGY_REPORTED -> ANSWERS;
                case MDT -> REVIEW;
                case INFORMED -> TOLD;
                case DECISION -> AFTER;
                case TREATMENT -> TREATMENT;
            };
        }
    }

    /// How far a step has come.
    public enum State {
        DONE,
        NOW,
        NEXT,
        LATER;

        /// How it is written in texts.
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// One step.
    ///
    /// @param done the day it was reached; empty where it has not been, or nobody has said when
    /// @param latest the last day for it, by the clock of the worklist; empty where unknown, or booked
    /// @param booked the day it is booked
    public record Step(
            Stage stage,
            State state,
            Optional<LocalDate> done,
            Optional<LocalDate> latest,
            Optional<LocalDate> booked) {}

    /// Something she is called to.
    public record Visit(MeasuringPoint point, LocalDate day, String unit) {}

    /// The step that is waited for now; empty when it is over.
    public Optional<Step> now() {
        return steps.stream().filter(step -> step.state() == State.NOW).findFirst();
    }
}
