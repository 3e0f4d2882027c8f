package se.varjedag.pathway.definition;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// How many days a definition allows one step on the way. Informative: regions are bound by the whole lead time only.
///
/// @param from the measuring point the step begins at; empty where no event carries it
/// @param to the measuring point the step ends at; empty where no event carries it
/// @param days the days allowed; empty means unknown
/// @param kinds the kinds of treatment the step holds for; empty means all
/// @param fromWords the beginning in the words of the source
/// @param toWords the end in the words of the source
public record StepAllowance(
        Optional<MeasuringPoint> from,
        Optional<MeasuringPoint> to,
        OptionalInt days,
        Set<TreatmentKind> kinds,
        Words fromWords,
        Words toWords,
        Standing standing,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        Optional<Words> note,
        String source,
        boolean assumed) {

    public StepAllowance {
        kinds = Collections.unmodifiableSet(kinds);
    }

    /// What the number of a step is.
    public enum Standing implements Keyed {
        /// A step of the pathway's own table.
        ALLOWANCE("allowance"),
        /// A target of a care programme.
        TARGET("target"),
        /// A measure of a quality register.
        REGISTER_MEASURE("register-measure"),
        /// A rule of one region.
        REGIONAL("regional"),
        /// A step of which a later version is known, but not read.
        SUPERSEDED("superseded"),
        /// A step after the start of treatment.
        AFTER_START("after-start");

        private final String key;

        Standing(String key) {
            this.key = key;
        }

        /// The word used in the definition files.
        @Override
        public String key() {
            return key;
        }
    }

    /// Whether a gap can be held against this step: both ends are measuring points, the days are known, and the
    /// number is an allowance. Every other step is shown as "not measured".
    public boolean measured() {
        return standing == Standing.ALLOWANCE && from.isPresent() && to.isPresent() && days.isPresent();
    }

    /// Whether the step holds for a pathway started that day.
    public boolean validOn(LocalDate start) {
        return !start.isBefore(validFrom)
                && validTo.map(last -> !start.isAfter(last)).orElse(true);
    }
}
