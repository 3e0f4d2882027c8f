package se.varjedag.app.intake.hl7;

import se.varjedag.eventlog.Sentence;

/// What senders are told of messages that cannot be used. A sentence never quotes what could tell who a person is.
final class Reasons {
    static final Sentence XML = new Sentence(
            "HL7 in XML is not taken. Send it with bars and hats (ER7).",
            "HL7 i XML tas inte emot. Skicka det med lodstreck och takstreck (ER7).");
    static final Sentence NOT_HL7 = new Sentence(
            "This is no HL7 message: it does not begin with a header segment (MSH) that can be read.",
            "Det här är inget HL7-meddelande: det börjar inte med ett huvudsegment (MSH) som går att läsa.");
    static final Sentence NO_CONTROL_ID = new Sentence(
            "The message has no control id (MSH-10), so it cannot be told from others.",
            "Meddelandet har inget meddelande-id (MSH-10) och kan inte skiljas från andra.");
    static final Sentence BAD_TEXT = new Sentence(
            "The message is not written in the characters that it says (MSH-18).",
            "Meddelandet är inte skrivet med de tecken som det säger (MSH-18).");
    static final Sentence NO_PERSON =
            new Sentence("The message names no patient (PID-3).", "Meddelandet nämner ingen patient (PID-3).");
    static final Sentence NUMBER_WRONG = new Sentence(
            "The identity number of the patient (PID-3) is none: its check digit or its date is wrong.",
            "Patientens personnummer eller samordningsnummer (PID-3) är inget sådant: kontrollsiffran eller datumet är fel.");
    static final Sentence NO_ORDER = new Sentence(
            "The message holds no order or observation (OBR).",
            "Meddelandet innehåller ingen beställning eller undersökning (OBR).");
    static final Sentence DATE_MISSING = new Sentence(
            "The message carries a code of the mapping, but no date where the mapping looks for it.",
            "Meddelandet bär en kod i mappningen, men inget datum där mappningen letar.");
    static final Sentence NOT_DATED = new Sentence(
            "The time is not a day that exists, or only a year or a month. Nothing is guessed.",
            "Tidpunkten är ingen dag som finns, eller bara ett år eller en månad. Inget gissas.");
    static final Sentence AHEAD = new Sentence("The time lies ahead.", "Tidpunkten ligger i framtiden.");
    static final Sentence TOO_LARGE = new Sentence(
            "The message is larger than this system takes.", "Meddelandet är större än vad systemet tar emot.");
    static final Sentence NOTHING =
            new Sentence("The file holds no HL7 message.", "Filen innehåller inget HL7-meddelande.");

    private Reasons() {}

    static Sentence version(String version) {
        var shown = version.matches("[0-9.]{1,8}") ? version : "?";
        return new Sentence(
                "HL7 version '%s' (MSH-12) is not taken; send 2.5.1.".formatted(shown),
                "HL7 version ”%s” (MSH-12) tas inte emot; skicka 2.5.1.".formatted(shown));
    }

    static Sentence type(String type) {
        var shown = type.matches("[A-Z0-9]{1,8}") ? type : "?";
        return new Sentence(
                "Messages of type '%s' (MSH-9) are not taken; send ORM, OMG, OML or ORU.".formatted(shown),
                "Meddelanden av typen ”%s” (MSH-9) tas inte emot; skicka ORM, OMG, OML eller ORU.".formatted(shown));
    }
}
