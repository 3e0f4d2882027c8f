package se.varjedag.app.indicators;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import se.varjedag.pathway.definition.Language;

/// What is followed up of a promise to patients.
///
/// @param id          in addresses and files
/// @param promise     its number, 1 to 6
/// @param measure     which of the system's measures counts it; empty where the system has no source for it
/// @param high        the share that is the goal, from 0 to 1; empty where no source sets one
/// @param middle      the share below it that is still acceptable; empty where no source sets one
/// @param more        whether more is better
/// @param places      by which places it is told
/// @param owner       who answers for it; empty where nobody is named
/// @param from        the first day on which the definition holds
/// @param reference   where definition and goal were read
public record Indicator(
        String id,
        int promise,
        Words name,
        Words definition,
        Words numerator,
        Words denominator,
        Words source,
        Words advice,
        Optional<String> measure,
        OptionalDouble high,
        OptionalDouble middle,
        boolean more,
        List<Place> places,
        String owner,
        LocalDate from,
        Optional<LocalDate> to,
        String reference) {

    public Indicator {
        places = List.copyOf(places);
    }

    /// A text in both languages.
    public record Words(String swedish, String english) {
        /// In the reader's language.
        public String in(Language language) {
            return language == Language.SV ? swedish : english;
        }
    }

    /// By what patients are put together.
    public enum Place {
        /// The region where the care was given.
        REGION,
        /// The region where the patient lives.
        RESIDENCE,
        /// The care unit.
        UNIT;

        /// How it is written in files, in the database and in texts.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How a share stands to the goal.
    public enum Standing {
        HIGH,
        MIDDLE,
        LOW,
        /// No source sets a goal.
        NO_GOAL
    }

    /// How a share stands to the goal.
    ///
    /// @param share from 0 to 1
    public Standing standing(double share) {
        if (high.isEmpty()) {
            return Standing.NO_GOAL;
        }
        if (reaches(share, high.getAsDouble())) {
            return Standing.HIGH;
        }
        return middle.isPresent() && reaches(share, middle.getAsDouble()) ? Standing.MIDDLE : Standing.LOW;
    }

    private boolean reaches(double share, double goal) {
        return more ? share >= goal : share <= goal;
    }
}
