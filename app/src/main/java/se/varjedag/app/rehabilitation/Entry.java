package se.varjedag.app.rehabilitation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One entry of a patient's rehabilitation, signed.
///
/// @param item   of a need its dimension, of a profession its code; else empty
/// @param answer of a need its level; else `yes`, `no` or `not-asked`
/// @param taken  whether it has been taken back
public record Entry(
        long id,
        What what,
        String item,
        String answer,
        LocalDate day,
        boolean taken,
        String unit,
        Instant at,
        String byName) {
    public static final String YES = "yes";
    public static final String NO = "no";
    public static final String NOT_ASKED = "not-asked";

    /// The dimensions of need, as the form of needs has them.
    public static final List<String> DIMENSIONS = List.of("body", "mind", "life", "meaning");

    /// The levels of need, the least first, with the lowest score of the form that each begins at.
    public enum Level {
        BASIC(75),
        SPECIAL(50),
        ADVANCED(25),
        VERY_ADVANCED(0);

        private final double from;

        Level(double from) {
            this.from = from;
        }

        /// How it is written in the database, in forms and in texts.
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// The level that a score of the form proposes.
        public static Level of(double score) {
            for (var level : values()) {
                if (score >= level.from) {
                    return level;
                }
            }
            return VERY_ADVANCED;
        }

        /// The level that is written so.
        static Optional<Level> of(String key) {
            for (var level : values()) {
                if (level.key().equals(key)) {
                    return Optional.of(level);
                }
            }
            return Optional.empty();
        }
    }

    /// What an entry tells.
    public enum What {
        /// A level of need in one dimension.
        NEED,
        /// Whether her written plan holds rehabilitation.
        PLAN,
        /// A profession that is involved, or is not any more.
        PROFESSION,
        /// Whether there are children under 18 in her family.
        CHILDREN,
        /// Whether the children have been given information.
        INFORMATION,
        /// Whether the family has been given advice.
        ADVICE,
        /// Whether the children have been offered support.
        SUPPORT;

        /// How it is written in the database, in forms and in texts.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// What is written so.
        public static Optional<What> of(String key) {
            for (var what : values()) {
                if (what.key().equals(key)) {
                    return Optional.of(what);
                }
            }
            return Optional.empty();
        }

        /// Whether an item and an answer make an entry of it.
        ///
        /// @param professions the codes of those that are known
        public boolean takes(String item, String answer, List<String> professions) {
            return switch (this) {
                case NEED -> DIMENSIONS.contains(item) && Level.of(answer).isPresent();
                case PROFESSION ->
                    professions.contains(item) && List.of(YES, NO).contains(answer);
                case PLAN -> item.isEmpty() && List.of(YES, NO).contains(answer);
                case CHILDREN, INFORMATION, ADVICE, SUPPORT ->
                    item.isEmpty() && List.of(YES, NO, NOT_ASKED).contains(answer);
            };
        }
    }
}
