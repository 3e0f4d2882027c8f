package se.varjedag.app.intake;

import java.util.List;
import se.varjedag.app.timeline.AddedValues;
import se.varjedag.eventlog.Sentence;

/// What a person is told of an import, in both languages.
final class Sentences {
    static final Sentence FAILED = new Sentence(
            "The file could not be read in because of a fault in the system. Nothing of it was kept; try again, and tell who runs the system if it happens again.",
            "Filen gick inte att läsa in på grund av ett fel i systemet. Inget av den sparades; försök igen, och säg till den som sköter systemet om det händer igen.");

    private static final Sentence NOT_COMPLETE = new Sentence(
            " Nothing was withdrawn, though the file was said to be complete: a rejected row may be one that seems to be lacking. Correct what was rejected and send the file again.",
            " Inget återkallades fast filen sades vara komplett: en avvisad rad kan vara en som ser ut att saknas. Rätta det som avvisades och skicka filen igen.");

    private Sentences() {}

    static Sentence nothingUsed(long rejected) {
        if (rejected == 0) {
            return new Sentence(
                    "The file has no rows below its first line. Nothing was changed.",
                    "Filen har inga rader under sin första rad. Inget ändrades.");
        }
        return rejected == 1
                ? new Sentence(
                        "The only row was rejected. Nothing was changed.", "Den enda raden avvisades. Inget ändrades.")
                : new Sentence(
                        "No row could be used: all %d were rejected. Nothing was changed.".formatted(rejected),
                        "Ingen rad kunde användas: alla %d avvisades. Inget ändrades.".formatted(rejected));
    }

    static Sentence done(Counts counts, boolean notComplete) {
        var english = "%s: %d new, %d already known, %d rejected%s."
                .formatted(
                        counted(counts.read(), "row", "rows"),
                        counts.accepted(),
                        counts.duplicates(),
                        counts.rejected(),
                        counts.withdrawn() == 0
                                ? ""
                                : ", %d withdrawn because the file lacks %s"
                                        .formatted(counts.withdrawn(), counts.withdrawn() == 1 ? "it" : "them"));
        var swedish = "%s: %s, %s, %s%s."
                .formatted(
                        counted(counts.read(), "rad", "rader"),
                        counted(counts.accepted(), "ny", "nya"),
                        counted(counts.duplicates(), "redan känd", "redan kända"),
                        counted(counts.rejected(), "avvisad", "avvisade"),
                        counts.withdrawn() == 0
                                ? ""
                                : ", " + counted(counts.withdrawn(), "återkallad", "återkallade")
                                        + " eftersom filen saknar "
                                        + (counts.withdrawn() == 1 ? "den" : "dem"));
        return notComplete
                ? new Sentence(english + NOT_COMPLETE.english(), swedish + NOT_COMPLETE.swedish())
                : new Sentence(english, swedish);
    }

    /// What became of a file whose resources or messages say themselves what they take back.
    static Sentence done(FileKind.Said said, Counts counts, AddedValues values, boolean notComplete) {
        var english = "%s: %d new events, %d already known, %d rejected%s.%s%s"
                .formatted(
                        said.what().english(),
                        counts.accepted(),
                        counts.duplicates(),
                        counts.rejected(),
                        counts.withdrawn() == 0 ? "" : ", %d withdrawn".formatted(counts.withdrawn()),
                        values(values).english(),
                        said.remainder().english());
        var swedish = "%s: %s, %s, %s%s.%s%s"
                .formatted(
                        said.what().swedish(),
                        counted(counts.accepted(), "ny händelse", "nya händelser"),
                        counted(counts.duplicates(), "redan känd", "redan kända"),
                        counted(counts.rejected(), "avvisad", "avvisade"),
                        counts.withdrawn() == 0 ? "" : ", " + counted(counts.withdrawn(), "återkallad", "återkallade"),
                        values(values).swedish(),
                        said.remainder().swedish());
        return notComplete
                ? new Sentence(english + NOT_COMPLETE.english(), swedish + NOT_COMPLETE.swedish())
                : new Sentence(english, swedish);
    }

    /// What became of the messages of a day.
    static Sentence messages(Counts counts) {
        var what = new FileKind.Said(
                new Sentence(
                        counts.read() + (counts.read() == 1 ? " message" : " messages"),
                        counted(counts.read(), "meddelande", "meddelanden")),
                new Sentence("", ""));
        return done(what, counts, AddedValues.NONE, false);
    }

    /// What became of clinical values; nothing where there were none.
    private static Sentence values(AddedValues values) {
        if (values.told() == 0 && values.takenBack() == 0) {
            return new Sentence("", "");
        }
        return new Sentence(
                " Values for the overview: %d new, %d already known%s."
                        .formatted(
                                values.versions(),
                                values.known(),
                                values.takenBack() == 0 ? "" : ", %d taken back".formatted(values.takenBack())),
                " Värden till översikten: %s, %s%s."
                        .formatted(
                                counted(values.versions(), "nytt", "nya"),
                                counted(values.known(), "redan känt", "redan kända"),
                                values.takenBack() == 0
                                        ? ""
                                        : ", " + counted(values.takenBack(), "återtaget", "återtagna")));
    }

    /// The sentence, and what the sender should look at though the rows were used.
    static Sentence with(Sentence what, List<Sentence> warnings) {
        var all = what;
        for (var warning : warnings) {
            all = new Sentence(all.english() + " " + warning.english(), all.swedish() + " " + warning.swedish());
        }
        return all;
    }

    private static String counted(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
