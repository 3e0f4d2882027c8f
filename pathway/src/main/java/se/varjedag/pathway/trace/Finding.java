package se.varjedag.pathway.trace;

import java.time.LocalDate;
import java.util.Optional;
import se.varjedag.pathway.definition.Language;
import se.varjedag.pathway.definition.PathwayDefinition;

/// One fault of registration: whose, in which pathway, by which rule, at which event, and what to do about it.
///
/// @param definition the pathway definition it concerns, none when the event belongs to no definition
/// @param start the day that pathway started, none when no pathway of the person is meant
public record Finding(
        Kind kind,
        String person,
        Optional<PathwayDefinition> definition,
        Optional<LocalDate> start,
        String code,
        LocalDate day,
        String unit,
        String region) {

    /// The number of the rule in `docs/rules.md` that found it.
    public int rule() {
        return kind.rule();
    }

    /// The finding as sentences: the event, the pathway, what is wrong by which rule, and what to do.
    public String explain(Language language) {
        return "%s %s%s: %s. %s (%s %d) %s"
                .formatted(
                        code,
                        day,
                        place(language),
                        kind.fault(language),
                        pathway(language),
                        language == Language.SV ? "regel" : "rule",
                        rule(),
                        kind.remedy(language));
    }

    private String place(Language language) {
        var atUnit = unit.isEmpty() ? "" : (language == Language.SV ? ", enhet " : ", unit ") + unit;
        return atUnit + (region.isEmpty() ? "" : ", region " + region);
    }

    private String pathway(Language language) {
        var swedish = language == Language.SV;
        if (definition.isEmpty()) {
            return swedish
                    ? "Person %s, inget vårdförlopp.".formatted(person)
                    : "Person %s, no pathway.".formatted(person);
        }
        var name = definition.get().name(language);
        if (start.isEmpty()) {
            return swedish
                    ? "Person %s, %s utan pågående vårdförlopp.".formatted(person, name)
                    : "Person %s, %s with no pathway.".formatted(person, name);
        }
        return swedish
                ? "Person %s, %s med start %s.".formatted(person, name, start.get())
                : "Person %s, %s started %s.".formatted(person, name, start.get());
    }

    /// What can be wrong, each kind with the rule that finds it, the fault in words, and what to do.
    public enum Kind {
        UNCLAIMED_CODE(
                2,
                "Inget definierat vårdförlopp har koden",
                "Rätta koden i källan, eller lägg till en definition som har den; då spåras händelsen.",
                "No pathway definition has this code",
                "Correct the code at its source, or add a definition that has it; the event is then traced."),
        UNKNOWN_SUFFIX(
                2,
                "Koden hör till vårdförloppet men dess sista siffror har ingen betydelse där",
                "Rätta koden, eller låt den stå om den bara används lokalt.",
                "The code belongs to the pathway but its last digits mean nothing there",
                "Correct the code, or leave it if it is only used locally."),
        FURTHER_START(
                9,
                "Vårdförloppet var redan öppet när det startades igen",
                "Ta bort den extra starten, eller registrera avslutet på det första förloppet.",
                "The pathway was already open when it was started again",
                "Remove the extra start, or register the end of the first pathway."),
        SUSPECTED_WITHOUT_START(
                9,
                "Inget vårdförlopp startade samma dag eller inom 90 dagar efter remissbeslutet vid misstanke",
                "Registrera beslutet om välgrundad misstanke; gör inget om misstanken avskrevs eller ännu bedöms.",
                "No pathway started on the day of the referral on suspicion or within 90 days after it",
                "Register the decision on well-founded suspicion; do nothing if it was dismissed or is still being judged."),
        FURTHER_END(
                10,
                "Vårdförloppet har mer än ett avslut samma dag, och ett annat gäller",
                "Behåll det avslut som är rätt och ta bort det andra.",
                "The pathway has more than one end on the same day, and another one holds",
                "Keep the end that is right and remove the other."),
        LATER_END(
                10,
                "Vårdförloppet var redan avslutat",
                "Ta bort avslutet, eller registrera starten på det vårdförlopp som det avslutar.",
                "The pathway had already ended",
                "Remove the end, or register the start of the pathway that it ends."),
        END_WITH_NOTHING_OPEN(
                10,
                "Avslutet har inget vårdförlopp att avsluta",
                "Registrera starten (beslut välgrundad misstanke) med dess rätta datum, eller rätta avslutets kod.",
                "The end has no pathway to end",
                "Register the start (decision on well-founded suspicion) with its right date, or correct the end's code."),
        FORBIDDEN_END(
                11,
                "Koden får inte avsluta detta vårdförlopp, så det är fortfarande öppet",
                "Byt till en avslutskod som vårdförloppet tillåter.",
                "This code may not end this pathway, so the pathway is still open",
                "Replace it with an end code that the pathway allows."),
        WITHDRAWN_CODE(
                11,
                "Koden är utgången sedan 2018, och gränsen för avslutet är därför okänd",
                "Ersätt den med koden för den behandling som startade.",
                "The code was withdrawn from 2018, so the limit for this end is unknown",
                "Replace it with the code of the treatment that started."),
        START_AFTER_DEATH(
                13,
                "Vårdförloppet startade efter att personen avlidit",
                "Kontrollera datum och person på både dödsfallet och starten.",
                "The pathway started after the person had died",
                "Check date and person of both the death and the start."),
        DEATH_WITH_NOTHING_OPEN(
                10,
                "Personen avled utan pågående vårdförlopp, så inget avslutades",
                "Gör inget, om inte en start saknas.",
                "The person died with no pathway open, so nothing was ended",
                "Do nothing, unless a start is missing."),
        SENT_NOT_RECEIVED(
                14,
                "Skickad men inte mottagen: ingen region har registrerat mottagandet (91) inom 14 dagar",
                "Ring den mottagande regionen och kontrollera att remissen kommit fram.",
                "Sent, not received: no region registered the receipt (91) within 14 days",
                "Call the receiving region and check that the referral arrived."),
        SENT_WITH_NOTHING_OPEN(
                14,
                "Patienten överfördes (90) utan pågående vårdförlopp",
                "Registrera vårdförloppets start, eller ta bort överföringen.",
                "The patient was transferred (90) with no pathway open",
                "Register the start of the pathway, or remove the transfer."),
        RECEIVED_WITH_NOTHING_OPEN(
                14,
                "Patienten togs emot (91) utan pågående vårdförlopp",
                "Be den sändande regionen om ursprunglig start (10) och registrera den med dess rätta datum.",
                "The patient was received (91) with no pathway open",
                "Ask the sending region for the original start (10) and register it with its right date."),
        STEP_OUTSIDE_PATHWAY(
                15,
                "Steget ligger utanför vårdförloppet: inget är öppet den dagen",
                "Rätta datumet, eller registrera den start som saknas.",
                "The step lies outside the pathway: none is open that day",
                "Correct the date, or register the start that is missing."),
        POINT_WITH_NONE_OPEN(
                16,
                "Mätpunkten saknar vårdförlopp: inget är öppet den dagen",
                "Ange vårdförloppet (prefix) på mätpunkten, eller gör inget om den inte hör till något.",
                "The point has no pathway: none is open that day",
                "Name the pathway (prefix) on the point, or do nothing if it belongs to none."),
        POINT_OF_PERSON_WITHOUT_PATHWAY(
                16,
                "Mätpunkten gäller en person utan vårdförlopp",
                "Gör inget, om inte en start saknas: den räknas till dem utanför vårdförloppen.",
                "The point is of a person who has no pathway",
                "Do nothing, unless a start is missing: it counts with those outside the pathways."),
        POINT_WITH_SEVERAL_OPEN(
                16,
                "Mätpunkten kan höra till flera vårdförlopp som är öppna den dagen, så den räknas inte",
                "Ange vårdförloppet (prefix) på mätpunkten.",
                "The point could belong to several pathways open that day, so it is not counted",
                "Name the pathway (prefix) on the point."),
        POINT_OF_ABSENT_PATHWAY(
                16,
                "Mätpunkten anger ett vårdförlopp som personen inte har",
                "Rätta vårdförloppet (prefix) på mätpunkten, eller registrera den start som saknas.",
                "The point names a pathway that the person does not have",
                "Correct the pathway (prefix) on the point, or register the start that is missing."),
        UNDER_AGE(
                17,
                "Personen var under 18 år när vårdförloppet startade; det räknas ändå",
                "Kontrollera födelseår och person; barn utreds utanför vårdförloppen.",
                "The person was under 18 when the pathway started; it is counted all the same",
                "Check year of birth and person; children are investigated outside the pathways."),
        STALE(
                18,
                "Inget har hörts på 180 dagar eller mer i ett öppet vårdförlopp; detta är den senaste händelsen",
                "Ta reda på vad som hände och registrera avslutet eller nästa steg.",
                "Nothing was heard for 180 days or more in an open pathway; this is its latest event",
                "Find out what happened and register the end or the next step.");

        private final int rule;
        private final String faultSv;
        private final String remedySv;
        private final String faultEn;
        private final String remedyEn;

        Kind(int rule, String faultSv, String remedySv, String faultEn, String remedyEn) {
            this.rule = rule;
            this.faultSv = faultSv;
            this.remedySv = remedySv;
            this.faultEn = faultEn;
            this.remedyEn = remedyEn;
        }

        /// The number of the rule in `docs/rules.md`.
        public int rule() {
            return rule;
        }

        /// Whether somebody should look into it. What is told of persons outside the pathways is a finding by its
        /// rule, but as it should be.
        public boolean toBeMended() {
            return this != POINT_OF_PERSON_WITHOUT_PATHWAY;
        }

        /// What is wrong, as a sentence without its full stop.
        public String fault(Language language) {
            return language == Language.SV ? faultSv : faultEn;
        }

        /// What to do about it, as a sentence.
        public String remedy(Language language) {
            return language == Language.SV ? remedySv : remedyEn;
        }
    }
}
