package se.varjedag.app.strategy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Something that was written of an activity, dated and signed.
///
/// @param status of an entry of how it stands
/// @param day    of a decision, when it was made; of a comment, when it was written
public record Entry(What what, Optional<Status> status, Optional<LocalDate> day, String words, Signed signed) {

    /// What kind of entry.
    public enum What {
        WRITTEN,
        VERSION,
        STATUS,
        COMMENT,
        DECISION;

        /// As it is written in the database and in texts.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static What of(String key) {
            return Arrays.stream(values())
                    .filter(one -> one.key().equals(key))
                    .findFirst()
                    .orElseThrow();
        }
    }

    Entry as(What other) {
        return new Entry(other, status, day, words, signed);
    }
}
