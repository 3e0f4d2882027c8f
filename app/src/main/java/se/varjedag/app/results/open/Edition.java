package se.varjedag.app.results.open;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Content.Included;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.results.Counts;
import se.varjedag.app.results.Issue;
import se.varjedag.app.results.Issue.Comment;
import se.varjedag.app.results.Issue.Erratum;
import se.varjedag.app.results.Issue.Frozen;
import se.varjedag.app.results.web.Hiding;

/// An issue as it was published, with what of it is hidden.
///
/// @param hiding         what is hidden of those who started
/// @param hiddenIncluded the keys of what is hidden of those who stand in a pathway, by where they live
/// @param comments       what held of each figure when the issue was frozen
public record Edition(
        Issue issue,
        Frozen frozen,
        Content content,
        Hiding hiding,
        Set<String> hiddenIncluded,
        List<Erratum> errata,
        Map<String, Comment> comments) {
    public Edition {
        hiddenIncluded = Set.copyOf(hiddenIncluded);
        errata = List.copyOf(errata);
        comments = Map.copyOf(comments);
    }

    /// An issue with what of it is hidden.
    ///
    /// @param comments those that hold, by diagnosis
    public static Edition of(
            Issue issue, Frozen frozen, Content content, List<Erratum> errata, Map<String, Comment> comments) {
        return new Edition(issue, frozen, content, Hiding.of(content), hiddenIncluded(content), errata, comments);
    }

    /// Those included are hidden as those who started are: their diagnoses and regions add up in the same way.
    private static Set<String> hiddenIncluded(Content content) {
        var lines = content.included().stream()
                .map(one -> new Line(one.svf(), one.place(), number(one.included()), number(0), Optional.empty()))
                .toList();
        var hiding = Hiding.of(new Content(content.countedTo(), content.before(), lines, List.of(), List.of()));
        var hidden = new HashSet<String>();
        lines.stream().filter(hiding::hides).forEach(line -> hidden.add(line.key()));
        return hidden;
    }

    private static Counts number(long n) {
        var none = OptionalDouble.empty();
        return new Counts(n, 0, 0, 0, 0, 0, none, none, none, none, none, none, new TreeMap<>());
    }

    /// What names it in addresses, for ever: `sydost-3`.
    public String slug() {
        return slug(issue.healthcareRegion()) + "-" + frozen.number();
    }

    /// The key of a healthcare region in plain letters.
    static String slug(String healthcareRegion) {
        return Normalizer.normalize(healthcareRegion, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    /// The day it was published.
    public LocalDate published() {
        return issue.signed().at().atZone(Sweden.TIME).toLocalDate();
    }

    /// The cell of a diagnosis at a place; one of nobody where nobody started there.
    public Line line(String svf, String place) {
        return content.line(svf, place).orElseGet(() -> nobody(svf, place));
    }

    /// Those included at a place; empty where that is hidden, or not known.
    public Optional<Included> included(String svf, String place) {
        return content.included().stream()
                .filter(one -> one.svf().equals(svf) && one.place().equals(place))
                .filter(one -> !hiddenIncluded.contains(one.key()))
                .findFirst();
    }

    /// The share of the expected cases that was included; empty where none are expected.
    public static OptionalDouble inclusion(Included one) {
        double cases = one.cases().orElse(0);
        return cases > 0 ? OptionalDouble.of(one.included() / cases) : OptionalDouble.empty();
    }

    /// A place where nobody started.
    static Line nobody(String svf, String place) {
        return new Line(svf, place, number(0), number(0), Optional.empty());
    }
}
