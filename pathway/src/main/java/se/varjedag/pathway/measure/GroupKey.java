package se.varjedag.pathway.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What an answer can be grouped and filtered by. A value that is missing is the empty text: a group of its
/// own.
public enum GroupKey {
    /// The id of the definition.
    SVF("svf"),
    /// The kind of the pathway's end if it reached the measure.
    TREATMENT("treatment"),
    /// The region of the event that ended the wait; of those waiting, the region that has the patient.
    REGION("region"),
    /// The region of residence.
    HOME_REGION("home_region"),
    /// The healthcare region that [#REGION] lies in.
    HREGION("hregion"),
    /// The care unit, found as the region is.
    UNIT("unit"),
    SEX("sex"),
    /// The class of the age in the year of the start.
    AGE("age"),
    /// The year of the date of account.
    YEAR("year"),
    /// The quarter of the date of account, `2023Q1`.
    QUARTER("quarter"),
    /// The month of the date of account, `2023-01`.
    MONTH("month"),
    /// The limit in days that the definition sets the pathway; none where it is unknown, and for those who left.
    LIMIT("limit");

    private static final GroupKey[] ALL = values();

    private final String key;

    GroupKey(String key) {
        this.key = key;
    }

    /// The word used in commands and as the column's name.
    public String key() {
        return key;
    }

    /// The group key with this word.
    public static Optional<GroupKey> ofKey(String key) {
        return Arrays.stream(ALL).filter(one -> one.key.equals(key)).findFirst();
    }

    /// The group keys in a text such as `svf,region`, in its order; none in an empty text.
    ///
    /// @throws IllegalArgumentException with a sentence for the user when a word is none of them
    public static List<GroupKey> list(String text) {
        var keys = new ArrayList<GroupKey>();
        for (var word : text.isBlank() ? new String[0] : text.split(",", -1)) {
            keys.add(ofKey(word.strip())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "Cannot group by '%s'. Choose from %s.".formatted(word.strip(), words()))));
        }
        return keys;
    }

    private static String words() {
        return Arrays.stream(ALL).map(GroupKey::key).collect(Collectors.joining(", "));
    }
}
