package se.varjedag.app.intake.fhir;

import java.util.Locale;
import se.varjedag.eventlog.Sentence;

/// How many resources there were of what, in words.
final class Words {
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final Sentence NOTHING = new Sentence("", "");

    private Words() {}

    static Sentence read(long resources) {
        return new Sentence(
                english(resources) + (resources == 1 ? " resource" : " resources"),
                swedish(resources) + (resources == 1 ? " resurs" : " resurser"));
    }

    static Sentence remainder(long withoutCode, long laterInCourse) {
        var without = withoutCode == 0
                ? NOTHING
                : new Sentence(
                        " %s carried no code in the mapping."
                                .formatted(english(withoutCode) + (withoutCode == 1 ? " resource" : " resources")),
                        " %s bar ingen kod i mappningen."
                                .formatted(swedish(withoutCode) + (withoutCode == 1 ? " resurs" : " resurser")));
        var later = laterInCourse == 0
                ? NOTHING
                : new Sentence(
                        " %s belonged to a course of treatment that had begun.".formatted(english(laterInCourse)),
                        " %s hörde till en behandling som redan hade börjat.".formatted(swedish(laterInCourse)));
        return new Sentence(without.english() + later.english(), without.swedish() + later.swedish());
    }

    private static String english(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    private static String swedish(long number) {
        return String.format(SWEDISH, "%,d", number);
    }
}
