package se.varjedag.eventlog.csv;

import java.util.Collection;
import se.varjedag.eventlog.Sentence;

/// What senders are told about rows and files that cannot be used.
final class Reasons {
    private Reasons() {}

    static final Sentence PERSON_MISSING = new Sentence(
            "The person is missing. Give a pseudonym or an identity number.",
            "Personen saknas. Ange en pseudonym eller ett personnummer.");
    static final Sentence CODE_MISSING = new Sentence(
            "The code is missing. Give an SVF code such as VC010, or a point such as imaging-performed.",
            "Koden saknas. Ange en SVF-kod som VC010 eller en punkt som imaging-performed.");
    static final Sentence TIME_MISSING = new Sentence(
            "The time is missing. Write the date as 2023-05-17.", "Tidpunkten saknas. Skriv datumet som 2023-05-17.");
    static final Sentence TOO_LONG_VALUE =
            new Sentence("The value is longer than 1,000 characters.", "Värdet är längre än 1 000 tecken.");
    static final Sentence ZERO_BYTE = new Sentence(
            "The row holds a NUL character (a byte that is zero). The file was damaged or is not a text file.",
            "Raden innehåller ett NUL-tecken (en nollbyte). Filen är skadad eller ingen textfil.");
    static final Sentence QUOTE_IN_QUOTES = new Sentence(
            "A quotation mark stands inside a quoted value. Write it twice, or take it away.",
            "Ett citattecken står inuti ett citerat värde. Skriv det två gånger eller ta bort det.");
    static final Sentence QUOTE_NEVER_CLOSED = new Sentence(
            "A quotation mark is opened on this row and never closed, so the rest of the file was read as one value.",
            "Ett citattecken öppnas på raden och stängs aldrig, så resten av filen lästes som ett enda värde.");

    static Sentence malformedCode(String code) {
        return new Sentence(
                ("'%s' is not a code: write V, a letter and three digits (such as VC010), a point such as"
                                + " imaging-performed, or died.")
                        .formatted(code),
                ("”%s” är ingen kod: skriv V, en bokstav och tre siffror (som VC010), en punkt som"
                                + " imaging-performed, eller died.")
                        .formatted(code));
    }

    static Sentence unreadableTime(String text) {
        return new Sentence(
                "'%s' is not a date that exists. Write it as 2023-05-17 or 2023-05-17T08:30.".formatted(text),
                "”%s” är inget datum som finns. Skriv det som 2023-05-17 eller 2023-05-17T08:30.".formatted(text));
    }

    static Sentence future(String text) {
        return new Sentence(
                "'%s' lies ahead. Correct the date, or give status planned if it is a booking.".formatted(text),
                "”%s” ligger i framtiden. Rätta datumet, eller ange status planned om det är en bokning."
                        .formatted(text));
    }

    static Sentence unknownRegion(String text) {
        return new Sentence(
                "'%s' is not a county code in use: two digits, 01, 03–10, 12–14 or 17–25.".formatted(text),
                "”%s” är ingen länskod i bruk: två siffror, 01, 03–10, 12–14 eller 17–25.".formatted(text));
    }

    static Sentence unknownSex(String text) {
        return new Sentence(
                "'%s' is not a sex: write F or K for women, M for men, or leave it empty.".formatted(text),
                "”%s” är inget kön: skriv K eller F för kvinnor, M för män, eller lämna tomt.".formatted(text));
    }

    static Sentence implausibleYear(String text) {
        return new Sentence(
                "'%s' is not a plausible year of birth: write four digits, such as 1957.".formatted(text),
                "”%s” är inget rimligt födelseår: skriv fyra siffror, som 1957.".formatted(text));
    }

    static Sentence unknownStatus(String text) {
        return new Sentence(
                "'%s' is not a status: write done, planned or withdrawn, or leave it empty.".formatted(text),
                "”%s” är ingen status: skriv done, planned eller withdrawn, eller lämna tomt.".formatted(text));
    }

    static Sentence malformedPrefix(String text) {
        return new Sentence(
                "'%s' is not a pathway prefix: write V, a letter and a digit, such as VC0.".formatted(text),
                "”%s” är inget prefix för vårdförlopp: skriv V, en bokstav och en siffra, som VC0.".formatted(text));
    }

    static Sentence wrongWidth(int values, int columns) {
        return new Sentence(
                "The row has %d values, but the first line names %d columns.".formatted(values, columns),
                "Raden har %d värden, men första raden namnger %d kolumner.".formatted(values, columns));
    }

    static Sentence tooLongRow(int mostBytes) {
        return new Sentence(
                "The row is longer than %d bytes. Is a line break or a closing quotation mark missing?"
                        .formatted(mostBytes),
                "Raden är längre än %d byte. Saknas en radbrytning eller ett avslutande citattecken?"
                        .formatted(mostBytes));
    }

    static final Sentence EMPTY_FILE = new Sentence("The file is empty.", "Filen är tom.");
    static final Sentence UNREADABLE_FILE =
            new Sentence("The file cannot be opened or read.", "Filen går inte att öppna eller läsa.");
    static final Sentence BINARY_FILE = new Sentence(
            "This is not a text file. An event file is CSV: one line per event, the first line names the columns.",
            "Det här är ingen textfil. En händelsefil är CSV: en rad per händelse, första raden namnger kolumnerna.");
    static final Sentence UTF_16 = new Sentence(
            "The file is UTF-16. Save it as “CSV UTF-8” and try again.",
            "Filen är UTF-16. Spara den som ”CSV UTF-8” och försök igen.");
    static final Sentence ZIP_FILE = new Sentence(
            "This is a zip or Excel file. Save it as “CSV UTF-8” (or compress with gzip) and try again.",
            "Det här är en zip- eller Excelfil. Spara den som ”CSV UTF-8” (eller packa med gzip) och försök igen.");
    static final Sentence TRUNCATED_GZIP = new Sentence(
            "The compressed file is cut off or damaged: nothing in it was used. Fetch it again.",
            "Den komprimerade filen är avhuggen eller skadad: inget i den användes. Hämta den på nytt.");
    static final Sentence TOO_LONG_HEADER = new Sentence(
            "The first line is longer than a list of column names can be. Is this a CSV file?",
            "Första raden är längre än en lista med kolumnnamn kan vara. Är det en CSV-fil?");

    static Sentence missingColumns(Collection<String> missing, Collection<String> found) {
        return new Sentence(
                "The first line lacks the column %s. It names: %s."
                        .formatted(String.join(", ", missing), String.join(", ", found)),
                "Första raden saknar kolumnen %s. Den namnger: %s."
                        .formatted(String.join(", ", missing), String.join(", ", found)));
    }

    static Sentence doubleColumn(String name) {
        return new Sentence(
                "The first line names the column %s twice. Keep one of them.".formatted(name),
                "Första raden namnger kolumnen %s två gånger. Behåll en av dem.".formatted(name));
    }

    static Sentence someIdentityNumbersWrong(long wrong, long of, long line, String masked) {
        return new Sentence(
                ("Most persons are identity numbers, but %d of %d are not valid, the first on line %d (%s). So all are"
                                + " taken as pseudonyms.")
                        .formatted(wrong, of, line, masked),
                ("De flesta personer är personnummer, men %d av %d är inte giltiga, det första på rad %d (%s). Därför"
                                + " läses alla som pseudonymer.")
                        .formatted(wrong, of, line, masked));
    }
}
