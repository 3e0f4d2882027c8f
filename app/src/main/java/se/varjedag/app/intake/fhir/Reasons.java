package se.varjedag.app.intake.fhir;

import java.util.Set;
import java.util.TreeSet;
import se.varjedag.eventlog.Sentence;

/// What senders are told of resources and files that cannot be used. A sentence never quotes what could tell who a
/// person is.
final class Reasons {
    static final Sentence NOT_FHIR = new Sentence(
            "The file is JSON, but holds no FHIR resource: a resource says its type in resourceType. Nothing of it was used.",
            "Filen är JSON men innehåller ingen FHIR-resurs: en resurs säger sin typ i resourceType. Inget av den användes.");
    static final Sentence TOO_DEEP = new Sentence(
            "The JSON lies deeper than any FHIR resource does. Nothing of the file was used.",
            "JSON-texten är djupare än någon FHIR-resurs är. Inget av filen användes.");
    static final Sentence TOO_LARGE_ENTRY = new Sentence(
            "One entry is larger than 32 MB, which no resource that carries a date of care is. Nothing of the file was used.",
            "En post är större än 32 MB, och så stor är ingen resurs som bär ett vårddatum. Inget av filen användes.");
    static final Sentence LINE_TOO_LARGE = new Sentence(
            "The line is larger than 32 MB, which no resource that carries a date of care is.",
            "Raden är större än 32 MB, och så stor är ingen resurs som bär ett vårddatum.");
    static final Sentence LINE_NOT_JSON = new Sentence(
            "The line is not a FHIR resource as JSON in UTF-8. Write one whole resource on each line.",
            "Raden är ingen FHIR-resurs som JSON i UTF-8. Skriv en hel resurs på varje rad.");
    static final Sentence UNREADABLE = new Sentence(
            "The file cannot be opened or read, or its packing is cut off or damaged. Nothing of it was used.",
            "Filen går inte att öppna eller läsa, eller så är packningen avhuggen eller skadad. Inget av den användes.");
    static final Sentence PERSON_UNKNOWN = new Sentence(
            "The patient that the resource refers to is not in the file, and the reference carries no identity number. Send the Patient with it.",
            "Patienten som resursen hänvisar till finns inte i filen, och hänvisningen bär inget personnummer. Skicka med Patient.");
    static final Sentence PERSON_MISSING = new Sentence(
            "The resource says nothing of whom it is about. Give subject (or patient).",
            "Resursen säger inte vem den gäller. Ange subject (eller patient).");
    static final Sentence PERSON_AMBIGUOUS = new Sentence(
            "More than one patient in the file goes by the name that the resource refers to. Refer by the whole address (fullUrl).",
            "Mer än en patient i filen går under det namn som resursen hänvisar till. Hänvisa med hela adressen (fullUrl).");
    static final Sentence NUMBER_WRONG = new Sentence(
            "The identity number of the patient is none: its check digit or its date is wrong. Correct it where it was registered.",
            "Patientens personnummer eller samordningsnummer är inget sådant: kontrollsiffran eller datumet är fel. Rätta det där det registrerades.");
    static final Sentence DATE_MISSING = new Sentence(
            "The resource carries a code of the mapping, but no date where the mapping looks for it.",
            "Resursen bär en kod i mappningen, men inget datum där mappningen letar.");

    static final Sentence NO_NUMBER = new Sentence(
            "The resource carries a code of a value that is a number, but no number. Give valueQuantity or valueInteger.",
            "Resursen bär en kod för ett värde som är ett tal, men inget tal. Ange valueQuantity eller valueInteger.");

    static final Sentence NO_LICENCE = new Sentence(
            "The score is of an instrument that others own, and comes without the reference of a licence. Give the extension urn:varjedag:licence.",
            "Poängen är från ett instrument som andra äger och kommer utan hänvisning till en licens. Ange tillägget urn:varjedag:licence.");
    static final Sentence NOT_WHOLE =
            new Sentence("The instrument gives whole numbers only.", "Instrumentet ger bara hela tal.");
    static final Sentence NO_ANSWER = new Sentence(
            "The resource carries a code of something that was done or not, but no answer. Give valueBoolean.",
            "Resursen bär en kod för något som är gjort eller inte, men inget svar. Ange valueBoolean.");

    static final Sentence NAMELESS = new Sentence(
            "The resource carries a clinical value, but no id, so it could never be corrected or taken back. Give it an id.",
            "Resursen bär ett kliniskt värde men inget id, så det skulle aldrig gå att rätta eller ta tillbaka. Ge den ett id.");

    private Reasons() {}

    static Sentence unit(String unit, Set<String> known) {
        var units = String.join(", ", new TreeSet<>(known));
        return new Sentence(
                "'%s' is no unit that the mapping knows for this value. Send it in one of %s, or add the unit to the mapping."
                        .formatted(unit, units),
                "”%s” är ingen enhet som mappningen känner för värdet. Skicka det i någon av %s, eller lägg till enheten i mappningen."
                        .formatted(unit, units));
    }

    static Sentence partial(String date) {
        return new Sentence(
                "'%s' is a year or a month and not a day. A measuring point needs its day; nothing is guessed."
                        .formatted(date),
                "”%s” är ett år eller en månad och ingen dag. En mätpunkt behöver sin dag; inget gissas."
                        .formatted(date));
    }

    static Sentence noDate(String date) {
        return new Sentence(
                "'%s' is not a date that exists. Write it as 2023-05-17 or 2023-05-17T08:30:00+02:00.".formatted(date),
                "”%s” är inget datum som finns. Skriv det som 2023-05-17 eller 2023-05-17T08:30:00+02:00."
                        .formatted(date));
    }

    static Sentence future(String date) {
        return new Sentence(
                "'%s' lies ahead, but the resource does not say that it is planned.".formatted(date),
                "”%s” ligger i framtiden, men resursen säger inte att den är planerad.".formatted(date));
    }

    static Sentence notJson(long line, long column) {
        return new Sentence(
                "The file is not whole JSON in UTF-8: it breaks at line %d, character %d. Nothing of it was used."
                        .formatted(line, column),
                "Filen är inte hel JSON i UTF-8: den brister på rad %d, tecken %d. Inget av den användes."
                        .formatted(line, column));
    }

    static Sentence bundleOf(String type) {
        return new Sentence(
                "A bundle of type '%s' is not taken: send collection, document, batch or transaction. Nothing of it was used."
                        .formatted(type),
                "En bunt (Bundle) av typen ”%s” tas inte emot: skicka collection, document, batch eller transaction. Inget av den användes."
                        .formatted(type));
    }
}
