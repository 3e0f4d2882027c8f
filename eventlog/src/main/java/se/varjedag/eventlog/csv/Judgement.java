package se.varjedag.eventlog.csv;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.varjedag.eventlog.Sentence;

/// Decides what each value means, and what is wrong with those that mean nothing.
///
/// @param wellFormed which codes are well formed
/// @param prefix which pathway prefixes are well formed
/// @param today the day in Stockholm
record Judgement(Predicate<String> wellFormed, Predicate<String> prefix, LocalDate today) {
    private static final Set<String> COUNTIES = Set.of(
            "01", "03", "04", "05", "06", "07", "08", "09", "10", "12", "13", "14", "17", "18", "19", "20", "21", "22",
            "23", "24", "25");
    private static final int OLDEST = 130;
    static final int DONE = 0;
    static final int PLANNED = 1;
    static final int WITHDRAWN = 2;

    boolean isCode(String text) {
        return !text.isEmpty() && wellFormed.test(text);
    }

    boolean isRegion(String text) {
        return text.isEmpty() || COUNTIES.contains(text);
    }

    boolean isPrefix(String text) {
        return text.isEmpty() || prefix.test(text);
    }

    /// `F`, `M`, 0 for none given, or [JudgedColumn#BAD].
    int sex(String text) {
        return switch (text) {
            case "" -> 0;
            case "F", "K" -> 'F';
            case "M" -> 'M';
            default -> JudgedColumn.BAD;
        };
    }

    /// The year, 0 for none given, or [JudgedColumn#BAD].
    int born(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (text.length() != 4 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return JudgedColumn.BAD;
        }
        int year = Integer.parseInt(text);
        return year < today.getYear() - OLDEST || year > today.getYear() ? JudgedColumn.BAD : year;
    }

    int status(String text) {
        return switch (text) {
            case "", "done" -> DONE;
            case "planned" -> PLANNED;
            case "withdrawn" -> WITHDRAWN;
            default -> JudgedColumn.BAD;
        };
    }

    /// What is wrong with a value that the verdict was against.
    Sentence objection(Column column, String shown) {
        return switch (column) {
            case PERSON -> shown.isEmpty() ? Reasons.PERSON_MISSING : Reasons.TOO_LONG_VALUE;
            case CODE -> shown.isEmpty() ? Reasons.CODE_MISSING : Reasons.malformedCode(shown);
            case TIME -> shown.isEmpty() ? Reasons.TIME_MISSING : Reasons.unreadableTime(shown);
            case REGION, HOME_REGION -> Reasons.unknownRegion(shown);
            case SEX -> Reasons.unknownSex(shown);
            case BORN -> Reasons.implausibleYear(shown);
            case PATHWAY -> Reasons.malformedPrefix(shown);
            case STATUS -> Reasons.unknownStatus(shown);
            case REGISTERED -> Reasons.unreadableTime(shown);
            case UNIT, SOURCE, ID, REF -> Reasons.TOO_LONG_VALUE;
        };
    }

    /// The prefix of a national code: V, a letter and a digit.
    static boolean nationalPrefix(@Nullable String text) {
        return text != null
                && text.length() == 3
                && text.charAt(0) == 'V'
                && text.charAt(1) >= 'A'
                && text.charAt(1) <= 'Z'
                && text.charAt(2) >= '0'
                && text.charAt(2) <= '9';
    }
}
