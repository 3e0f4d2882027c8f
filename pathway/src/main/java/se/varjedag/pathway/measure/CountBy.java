package se.varjedag.pathway.measure;

import java.util.Optional;

/// Which day a pathway is accounted on.
public enum CountBy {
    /// The day of the end, the national rule: those who finished in the period, whenever they began.
    END("end"),
    /// The day of the beginning: everyone who began in the period, a cohort.
    START("start");

    private final String key;

    CountBy(String key) {
        this.key = key;
    }

    /// The word used in commands.
    public String key() {
        return key;
    }

    /// The rule with this word.
    public static Optional<CountBy> ofKey(String key) {
        return key.equals(END.key) ? Optional.of(END) : key.equals(START.key) ? Optional.of(START) : Optional.empty();
    }
}
