package se.varjedag.app.intake.scores;

import java.util.Collection;
import se.varjedag.eventlog.Sentence;

/// What senders are told of lines that cannot be used. A sentence never quotes what could tell who a person is.
final class Reasons {
    static final Sentence PERSON_MISSING = new Sentence("The line has no person.", "Raden saknar person.");
    static final Sentence NUMBER_WRONG = new Sentence(
            "This looks like an identity number and is none: its check digit or its date is wrong.",
            "Det här ser ut som ett personnummer men är inget: kontrollsiffran eller datumet är fel.");
    static final Sentence NO_NUMBER = new Sentence(
            "The score is no number. Write it with digits, as 72 or 0.815.",
            "Poängen är inget tal. Skriv den med siffror, som 72 eller 0,815.");
    static final Sentence NOT_WHOLE =
            new Sentence("The instrument gives whole numbers only.", "Instrumentet ger bara hela tal.");
    static final Sentence NO_LICENCE = new Sentence(
            "The licence is missing. Scores of an instrument that others own are kept only with the reference of the licence they were asked by.",
            "Licensen saknas. Poäng från ett instrument som andra äger sparas bara med hänvisning till den licens som det användes med.");
    static final Sentence NO_ID = new Sentence(
            "The id is missing, so the score could never be corrected or taken back.",
            "Id saknas, så poängen skulle aldrig gå att rätta eller ta tillbaka.");
    static final Sentence NO_SOURCE = new Sentence(
            "The source is missing: say which system sends the score.",
            "Källan saknas: skriv vilket system som lämnar poängen.");
    static final Sentence AHEAD = new Sentence("The day lies ahead.", "Dagen ligger i framtiden.");
    static final Sentence NO_DAY = new Sentence(
            "This is not a day that exists. Write it as 2023-05-17.",
            "Det här är ingen dag som finns. Skriv den som 2023-05-17.");
    static final Sentence HEADER = new Sentence(
            "A file of scores begins with the line person,instrument,score,day,unit,source,id,licence (in any order, with comma or semicolon). Nothing of it was used.",
            "En fil med poäng börjar med raden person,instrument,score,day,unit,source,id,licence (i valfri ordning, med komma eller semikolon). Inget av den användes.");
    static final Sentence UNREADABLE = new Sentence(
            "The file cannot be opened or read, or its packing is cut off or damaged. Nothing of it was used.",
            "Filen går inte att öppna eller läsa, eller så är packningen avhuggen eller skadad. Inget av den användes.");

    private Reasons() {}

    static Sentence cells(int there, int wanted) {
        return new Sentence(
                "The line has %d cells and the first line %d.".formatted(there, wanted),
                "Raden har %d celler och första raden %d.".formatted(there, wanted));
    }

    static Sentence instrument(Collection<String> known) {
        return new Sentence(
                "No such instrument is known here. Write one of %s.".formatted(String.join(", ", known)),
                "Något sådant instrument är inte känt här. Skriv ett av %s.".formatted(String.join(", ", known)));
    }
}
