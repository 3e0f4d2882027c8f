package se.varjedag.app.overview.web;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.timeline.ClinicalValue.Kind;

/// The scale that a lane's note tells of, `0–10, 0 is best`: its axis shows the whole of it, so that small
/// steps look small.
final class Scale {
    private static final Pattern ENDS = Pattern.compile("^(\\d+)–(\\d+)\\b");

    private Scale() {}

    /// Its ends as facts of a day; empty where the note tells of none.
    static List<Fact> ends(String note, LocalDate day) {
        var told = ENDS.matcher(note);
        return told.find()
                ? Stream.of(told.group(1), told.group(2))
                        .map(end -> Fact.of(Kind.PATIENT_REPORTED, "", day).number(Integer.parseInt(end), ""))
                        .toList()
                : List.of();
    }
}
