package se.varjedag.app.careplan.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import se.varjedag.app.careplan.Closing;
import se.varjedag.app.careplan.ClosingLetters.Language;
import se.varjedag.app.careplan.ClosingLetters.Part;
import se.varjedag.app.careplan.ClosingLetters.Part.Sort;
import se.varjedag.app.careplan.Contacts;
import se.varjedag.app.careplan.LetterWording;
import se.varjedag.app.careplan.Reached;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.ahead.PathwayClock;
import se.varjedag.pathway.definition.MeasuringPoint;

/// A closing letter put into words from the events of its pathway, in each language.
///
/// @param units the name of a unit by its id; empty where it has none, so that the letter leaves it out
record LetterText(
        Closing closing,
        List<PathwayClock.Reached> reached,
        Contacts.Reach turn,
        Reached.By by,
        UnaryOperator<String> units,
        String own) {
    private static final String OUT = "mvp.letter.out.";
    private static final int FIRST_TREATMENT = 50;
    private static final int LAST_TREATMENT = 59;

    LetterText {
        reached = reached.stream()
                .sorted(Comparator.comparing(PathwayClock.Reached::day))
                .toList();
    }

    /// Writes letters with the contacts and the telephone of today.
    @Component
    static class Writer implements LetterWording {
        private final Contacts contacts;
        private final Reached reached;
        private final Units units;

        Writer(Contacts contacts, Reached reached, Units units) {
            this.contacts = contacts;
            this.reached = reached;
            this.units = units;
        }

        @Override
        public Map<Language, List<Part>> of(Closing closing, List<PathwayClock.Reached> points, String own) {
            var turn = contacts.of(closing.key(), closing.unit());
            return new LetterText(closing, points, turn, reached.at(turn.unit()), units.namedOr(""), own).all();
        }
    }

    private Map<Language, List<Part>> all() {
        var all = new EnumMap<Language, List<Part>>(Language.class);
        for (var language : Language.values()) {
            all.put(language, in(words(language)));
        }
        return all;
    }

    private boolean treated() {
        return closing.suffix() >= FIRST_TREATMENT && closing.suffix() <= LAST_TREATMENT;
    }

    /// The words of a language.
    static Plain words(Language language) {
        return new Plain(
                Texts.in(
                        language == Language.EN
                                ? se.varjedag.pathway.definition.Language.EN
                                : se.varjedag.pathway.definition.Language.SV),
                language == Language.EASY);
    }

    /// The language a reader has chosen.
    static Language of(Plain words) {
        return words.easy()
                ? Language.EASY
                : words.texts().language() == se.varjedag.pathway.definition.Language.EN ? Language.EN : Language.SV;
    }

    private List<Part> in(Plain words) {
        var parts = new ArrayList<Part>();
        boolean dismissed = closing.kind() == Closing.Kind.DISMISSED;
        text(parts, words.t("mvp.letter.why." + closing.kind().key(), sought(words)));
        if (dismissed) {
            heading(parts, words.t("mvp.letter.found"));
            text(parts, words.t("mvp.letter.found.not", sought(words)));
            var more = "mvp.letter.more." + closing.key().definition();
            text(parts, words.t(words.texts().has(more) ? more : "mvp.letter.more"));
        }
        heading(parts, words.t("mvp.dismissed.did"));
        reached.forEach(one -> item(parts, one, words));
        if (treated()) {
            parts.add(new Part(Sort.ITEM, words.t("mvp.letter.been.treatment", day(closing.ended(), words))));
        }
        if (!own.isEmpty()) {
            heading(parts, words.t("mvp.letter.own"));
            parts.add(new Part(Sort.OWN, own));
        }
        if (!dismissed) {
            heading(parts, words.t("mvp.letter.follow"));
            text(parts, words.t("mvp.letter.unset"));
        }
        heading(parts, words.t("mvp.dismissed.call"));
        text(parts, words.t("mvp.dismissed.call.text"));
        turn.people()
                .forEach(one -> parts.add(new Part(
                        Sort.ITEM,
                        words.t(
                                "mvp.letter.person",
                                one.staff().name(),
                                words.t("mvp.task." + one.task().key())))));
        parts.add(new Part(Sort.ITEM, telephone(words)));
        text(parts, words.t("mvp.call.1177"));
        return parts;
    }

    /// What was sought, by pathway; of one that has no words of its own only that it was cancer.
    private String sought(Plain words) {
        var key = OUT + closing.key().definition();
        return words.t(words.texts().has(key) ? key : OUT + "other");
    }

    private String telephone(Plain words) {
        var unit = place(turn.unit());
        if (by.telephone().isEmpty()) {
            return unit.isEmpty() ? words.t("mvp.call.none") : unit + ". " + words.t("mvp.call.none");
        }
        var call = words.t("mvp.call", by.telephone());
        var hours = by.hours().isEmpty() ? "" : " " + words.t("mvp.hours", by.hours());
        return (unit.isEmpty() ? "" : unit + ". ") + call + "." + hours;
    }

    private void item(List<Part> parts, PathwayClock.Reached one, Plain words) {
        var key = (been(one.point()) ? "mvp.been." : "mvp.letter.been.")
                + one.point().key();
        if (words.texts().has(key)) {
            parts.add(new Part(Sort.ITEM, words.t(key, day(one.day(), words)) + where(one)));
        }
    }

    /// Whether the patient was there herself.
    private static boolean been(MeasuringPoint point) {
        return switch (point) {
            case FIRST_VISIT, IMAGING_PERFORMED, DIAGNOSTIC_SURGERY, SPECIMEN_TAKEN -> true;
            case SUSPECTED,
                    SUSPICION,
                    MDT,
                    INFORMED,
                    DECISION,
                    TREATMENT,
                    REFERRAL_RECEIVED,
                    IMAGING_REFERRAL,
                    IMAGING_REPORTED,
                    SPECIMEN_RECEIVED,
                    PATHOLOGY_REPORTED -> false;
        };
    }

    private String where(PathwayClock.Reached one) {
        var place = been(one.point()) ? place(one.unit()) : "";
        return place.isEmpty() ? "" : " (" + place + ")";
    }

    /// A unit as a sentence names it; empty where there is none, or it has no name.
    private String place(String unit) {
        return units.apply(unit).replace(" · ", ", ");
    }

    /// A letter is read for years, so that every day has its year.
    private static String day(LocalDate day, Plain words) {
        return words.day(day, LocalDate.EPOCH);
    }

    private static void heading(List<Part> parts, String words) {
        parts.add(new Part(Sort.HEADING, words));
    }

    private static void text(List<Part> parts, String words) {
        parts.add(new Part(Sort.TEXT, words));
    }
}
