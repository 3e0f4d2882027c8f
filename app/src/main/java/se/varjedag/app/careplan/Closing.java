package se.varjedag.app.careplan;

import java.time.LocalDate;
import java.util.Locale;
import se.varjedag.app.coordination.PathwayKey;
import se.varjedag.pathway.definition.EndCode;

/// A pathway that has ended, to which a closing letter belongs.
///
/// @param suffix of the national code that ended it
/// @param unit where it ended
public record Closing(PathwayKey key, LocalDate ended, int suffix, String unit) {

    /// What a letter tells.
    public enum Kind {
        /// The suspicion was dismissed: what was examined, what was ruled out, whom to call.
        DISMISSED,
        /// It ended otherwise: what was done, and whom to call.
        SUMMARY;

        /// How it is written in the database and in texts.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The kind that is written so.
        static Kind of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /// Which letter belongs to it.
    public Kind kind() {
        return kind(suffix);
    }

    /// Which letter belongs to an end.
    public static Kind kind(int suffix) {
        return suffix == EndCode.DISMISSED ? Kind.DISMISSED : Kind.SUMMARY;
    }
}
