package se.varjedag.pathway.definition;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// One row of a definition's table of lead times, as it was read: for these kinds of treatment, on this track, so many
/// days.
///
/// Only rows of kind [Kind#LIMIT] are limits; the others are shown but never counted against. Empty `days` means
/// unknown.
///
/// @param kinds the kinds of treatment that the row holds for, in the order of the enum
/// @param track the track it holds for; empty means every track
/// @param validFrom the date of the version that the row was read from
/// @param validTo the last day it is known to hold, if any
/// @param treatment the treatment in the words of the source
/// @param from where the days are counted from
/// @param to where they are counted to
public record LimitRow(
        Set<TreatmentKind> kinds,
        Optional<String> track,
        OptionalInt days,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        Kind kind,
        Words treatment,
        Words from,
        Words to,
        Optional<Words> note,
        String source,
        Confidence confidence,
        boolean assumed) {

    public LimitRow {
        kinds = Collections.unmodifiableSet(kinds);
    }

    /// What the number of a row is.
    public enum Kind implements Keyed {
        /// A national lead time from the decision "välgrundad misstanke" to the start of first treatment.
        LIMIT("limit"),
        /// A target of a care programme, not the pathway's own table.
        TARGET("target"),
        /// A lead time that starts at another point.
        OTHER_START("other-start"),
        /// A lead time of which a later version is known, but not read.
        SUPERSEDED("superseded");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /// The word used in the definition files.
        @Override
        public String key() {
            return key;
        }
    }

    /// Whether the row holds for a pathway started that day.
    public boolean validOn(LocalDate start) {
        return !start.isBefore(validFrom)
                && validTo.map(last -> !start.isAfter(last)).orElse(true);
    }

    /// Whether the row's number is a limit that pathways are counted against.
    public boolean isLimit() {
        return kind == Kind.LIMIT;
    }
}
