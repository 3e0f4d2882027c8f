package se.varjedag.app.forms;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import se.varjedag.pathway.definition.MeasuringPoint;

/// What on a patient's way a rule counts from.
public enum CountedFrom {
    SUSPICION,
    FIRST_VISIT,
    INFORMED,
    DECISION,
    TREATMENT,
    /// The end of the pathway, whichever it was.
    CLOSED;

    private static final Pattern NATIONAL = Pattern.compile("[A-Z]{2}\\d{3}");
    private static final int PREFIX = 3;
    private static final int FIRST_END = 50;
    private static final int LAST_OF_TREATMENT = 60;
    private static final int LAST_END = 78;

    /// How it is written in the database and in forms: `first-visit`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What is written so.
    public static Optional<CountedFrom> of(String key) {
        for (var one : values()) {
            if (one.key().equals(key)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /// Whether an event with this code tells of it.
    boolean toldBy(String code) {
        if (!NATIONAL.matcher(code).matches()) {
            return this != CLOSED && code.equals(key());
        }
        int suffix = Integer.parseInt(code.substring(PREFIX));
        return switch (this) {
            case CLOSED -> suffix >= FIRST_END && suffix <= LAST_END;
            case TREATMENT -> suffix >= FIRST_END && suffix <= LAST_OF_TREATMENT;
            case SUSPICION, FIRST_VISIT, INFORMED, DECISION ->
                Optional.ofNullable(MeasuringPoint.ofSuffix(suffix))
                        .filter(point -> point.key().equals(key()))
                        .isPresent();
        };
    }
}
