package se.varjedag.app.careplan.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import se.varjedag.app.careplan.PlanStructure;
import se.varjedag.app.careplan.Plans;
import se.varjedag.app.careplan.Plans.How;
import se.varjedag.app.careplan.Plans.Part;
import se.varjedag.app.careplan.Plans.Version;
import se.varjedag.app.reference.Sweden;

/// One version of a plan in finished words, the same on the patient's page, the staff's, and paper.
///
/// @param signed who signed it, where and when, with its number and version
/// @param since  what its changes are marked against; empty where nothing is
/// @param gone names of sections that the version before had and this one has not
/// @param seen how and when the patient has seen it, in a sentence each
public record PlanSheet(
        long id,
        int version,
        String stage,
        String signed,
        String since,
        List<Line> parts,
        List<String> gone,
        List<String> seen) {

    public PlanSheet {
        parts = List.copyOf(parts);
        gone = List.copyOf(gone);
        seen = List.copyOf(seen);
    }

    /// One section.
    ///
    /// @param why what it is for; empty where the structure no longer has it
    /// @param words empty: not settled
    /// @param mark that it is new or changed, in words; empty where it is neither
    public record Line(String section, String title, String why, String words, String mark) {}

    /// @param all the versions the reader may see, the latest first
    static PlanSheet of(
            Version version, List<Version> all, List<Plans.Seen> seen, Plain words, UnaryOperator<String> units) {
        var language = LetterText.of(words);
        var before = Plans.before(version, all, seen);
        return new PlanSheet(
                version.id(),
                version.version(),
                words.t("mvp.plan.stage." + version.stage().key()),
                signed(version, words, units),
                before.map(one -> words.t("mvp.plan.since", one.version())).orElse(""),
                version.parts().stream()
                        .map(part -> new Line(
                                part.section(),
                                part.title().in(language),
                                PlanStructure.shipped()
                                        .section(part.section())
                                        .map(one -> one.why().in(language))
                                        .orElse(""),
                                part.words(),
                                before.map(one -> mark(part, one, words)).orElse("")))
                        .toList(),
                before.stream()
                        .flatMap(one -> one.parts().stream())
                        .filter(part -> !part.words().isEmpty()
                                && version.parts().stream()
                                        .noneMatch(now -> now.section().equals(part.section())))
                        .map(part -> part.title().in(language))
                        .toList(),
                seen.stream()
                        .filter(one -> one.plan() == version.id())
                        .map(one -> one.how() == How.READ
                                ? words.t("mvp.plan.read.on", day(one.at(), words))
                                : words.t("mvp.plan.paper.on", day(one.at(), words), one.by()))
                        .toList());
    }

    private static String mark(Part part, Version before, Plain words) {
        Optional<Part> then = before.parts().stream()
                .filter(one -> one.section().equals(part.section()))
                .findFirst();
        if (then.filter(one -> one.words().equals(part.words())).isPresent()
                || (then.isEmpty() && part.words().isEmpty())) {
            return "";
        }
        boolean fresh = then.filter(one -> !one.words().isEmpty()).isEmpty();
        return words.t(fresh ? "mvp.plan.new" : "mvp.plan.changed");
    }

    /// Who signed a version, where and when, with its number, as the patient reads it.
    static String signed(Version version, Plain words, UnaryOperator<String> units) {
        return signed("mvp.plan.signed", version, words, units);
    }

    /// The same, as staff read it.
    static String ofStaff(Version version, Plain words, UnaryOperator<String> units) {
        return signed("mvp.staff.plan.by", version, words, units);
    }

    private static String signed(String key, Version version, Plain words, UnaryOperator<String> units) {
        return words.t(
                key,
                version.by(),
                units.apply(version.unit()),
                day(version.at(), words),
                words.texts().formats().whole(version.number()),
                version.version());
    }

    /// A plan is read for years, so that every day has its year.
    private static String day(Instant at, Plain words) {
        return words.day(at.atZone(Sweden.TIME).toLocalDate(), LocalDate.EPOCH);
    }
}
