package se.varjedag.app.reference;

import se.varjedag.eventlog.Sentence;

/// Why a row of a file of units could not be used, and what to do about it.
final class UnitSentences {
    static final Sentence COLUMNS = new Sentence(
            "The file needs the columns id,name,caregiver; kind, parent, caregiver_name, region, valid_from and valid_to may be added.",
            "Filen behöver kolumnerna id,name,caregiver; kind, parent, caregiver_name, region, valid_from och valid_to får läggas till.");
    static final Sentence EMPTY =
            new Sentence("The file has no rows below its first line.", "Filen har inga rader under sin första rad.");
    static final Sentence BROKEN = new Sentence(
            "The file cannot be read as CSV from here on.", "Filen går inte att läsa som CSV från och med här.");
    static final Sentence TOO_MANY = new Sentence(
            "There are more rows than a country has units: from this line on none is used. Divide the file.",
            "Filen har fler rader än ett land har enheter: från och med denna rad är inga använda. Dela filen.");
    static final Sentence TOO_LONG =
            new Sentence("The value is longer than 200 characters.", "Värdet är längre än 200 tecken.");
    static final Sentence REGION = new Sentence(
            "No region has this code. Give a county code such as 12, or leave it empty.",
            "Ingen region har denna kod. Ange en länskod, till exempel 12, eller lämna tomt.");
    static final Sentence DAY = new Sentence("Write the day as 2024-01-31.", "Skriv dagen som 2024-01-31.");
    static final Sentence ENDS_BEFORE = new Sentence(
            "The last day is before the first. Correct one of them.",
            "Sista dagen ligger före den första. Rätta en av dem.");
    static final Sentence OWN_PARENT = new Sentence(
            "The unit is said to be part of itself. Give the unit above it, or leave it empty.",
            "Enheten sägs vara en del av sig själv. Ange enheten ovanför, eller lämna tomt.");
    static final Sentence NO_PARENT = new Sentence(
            "The unit above is neither known nor in this file. Add a row for it, or leave it empty.",
            "Enheten ovanför är varken känd eller med i filen. Lägg till en rad för den, eller lämna tomt.");
    static final Sentence CIRCLE = new Sentence(
            "The units are parts of each other in a circle. Correct which is above which.",
            "Enheterna är delar av varandra i en cirkel. Rätta vilken som ligger ovanför vilken.");
    static final Sentence OVERLAP = new Sentence(
            "Another row of the file tells of the same unit and the same days. Let one end before the other begins.",
            "En annan rad i filen gäller samma enhet och samma dagar. Låt den ena sluta innan den andra börjar.");
    static final Sentence SINCE_WHEN = new Sentence(
            "The unit is known with other values. Say from which day these hold, in valid_from.",
            "Enheten är känd med andra uppgifter. Ange från vilken dag dessa gäller, i valid_from.");

    private UnitSentences() {}

    static Sentence lacking(String column) {
        return switch (column) {
            case "id" -> new Sentence("Each row needs the unit's HSA-id.", "Varje rad behöver enhetens HSA-id.");
            case "caregiver" ->
                new Sentence(
                        "Each row needs the id of the caregiver that answers for the unit.",
                        "Varje rad behöver id för den vårdgivare som ansvarar för enheten.");
            default -> new Sentence("Each row needs the unit's name.", "Varje rad behöver enhetens namn.");
        };
    }
}
