package se.varjedag.app.intake;

import se.varjedag.eventlog.Sentence;

/// What a person is told of an import, in both languages.
final class Sentences {
    static final Sentence FAILED = new Sentence(
            "The file could not be read in because of a fault in the system. Nothing of it was kept; try again, and tell who runs the system if it happens again.",
            "Filen gick inte att läsa in på grund av ett fel i systemet. Inget av den sparades; försök igen, och säg till den som sköter systemet om det händer igen.");

    private Sentences() {}

    static Sentence nothingUsed(long rejected) {
        return rejected == 0
                ? new Sentence(
                        "The file has no rows below its first line. Nothing was changed.",
                        "Filen har inga rader under sin första rad. Inget ändrades.")
                : new Sentence(
                        "No row could be used: all %d were rejected. Nothing was changed.".formatted(rejected),
                        "Ingen rad kunde användas: alla %d avvisades. Inget ändrades.".formatted(rejected));
    }

    static Sentence done(Counts counts, boolean notComplete) {
        var english = "%d rows: %d new, %d already known, %d rejected%s."
                .formatted(
                        counts.read(),
                        counts.accepted(),
                        counts.duplicates(),
                        counts.rejected(),
                        counts.withdrawn() == 0
                                ? ""
                                : ", " + counts.withdrawn() + " withdrawn because the file lacks them");
        var swedish = "%d rader: %d nya, %d redan kända, %d avvisade%s."
                .formatted(
                        counts.read(),
                        counts.accepted(),
                        counts.duplicates(),
                        counts.rejected(),
                        counts.withdrawn() == 0
                                ? ""
                                : ", " + counts.withdrawn() + " återkallade eftersom filen saknar dem");
        return notComplete
                ? new Sentence(
                        english
                                + " Nothing was withdrawn, though the file was said to be complete: a rejected row may be one that seems to be lacking. Correct the rejected rows and send the file again.",
                        swedish
                                + " Inget återkallades fast filen sades vara komplett: en avvisad rad kan vara en som ser ut att saknas. Rätta de avvisade raderna och skicka filen igen.")
                : new Sentence(english, swedish);
    }
}
