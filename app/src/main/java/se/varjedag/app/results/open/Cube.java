package se.varjedag.app.results.open;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Content.Difference;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.results.Counts;
import se.varjedag.app.web.figure.Span;

/// Everything that is told to all: the published issues, each of which tells of its own healthcare region and months
/// alone, so that no cell is told of twice.
///
/// @param stamp    changes when anything in it does
/// @param editions the latest period first, then by healthcare region from north to south
public record Cube(String stamp, List<Edition> editions) {
    public Cube {
        editions = editions.stream()
                .sorted(Comparator.comparingLong(
                                (Edition one) -> -one.issue().span().to().toEpochDay())
                        .thenComparingInt(one ->
                                Regions.healthcareRegions().indexOf(one.issue().healthcareRegion())))
                .toList();
    }

    /// The periods that anything is told of, the latest first.
    public List<Span> periods() {
        return editions.stream().map(one -> one.issue().span()).distinct().toList();
    }

    /// What was published of a period, from north to south.
    public List<Edition> of(Span period) {
        return editions.stream()
                .filter(one -> one.issue().span().equals(period))
                .toList();
    }

    /// What was published of a healthcare region for a period.
    public Optional<Edition> of(Span period, String healthcareRegion) {
        return of(period).stream()
                .filter(one -> one.issue().healthcareRegion().equals(healthcareRegion))
                .findFirst();
    }

    /// The one that an address names.
    public Optional<Edition> named(String slug) {
        return editions.stream().filter(one -> one.slug().equals(slug)).findFirst();
    }

    /// The diagnoses that any of them tells of, by their ids.
    public List<String> diagnoses() {
        var all = new TreeSet<String>();
        editions.forEach(edition -> edition.content().figures().stream()
                .map(Line::svf)
                .filter(svf -> !svf.isEmpty())
                .forEach(all::add));
        return List.copyOf(all);
    }

    /// The share in time less that of the period before; empty unless both were published and are told of.
    public Optional<Difference> since(Edition edition, Line line) {
        return of(edition.issue().before(), edition.issue().healthcareRegion())
                .flatMap(before -> before.content()
                        .line(line.svf(), line.place())
                        .filter(one -> !before.hiding().hidesShare(one)))
                .filter(_ -> !edition.hiding().hidesShare(line))
                .flatMap(one -> Difference.of(line.now().inTime(), one.now().inTime()));
    }

    /// What is told of an edition: of the period before no more than was published of it.
    public Content told(Edition edition) {
        var content = edition.content();
        var before = of(edition.issue().before(), edition.issue().healthcareRegion());
        var lines = content.figures().stream()
                .map(line -> new Line(
                        line.svf(),
                        line.place(),
                        line.now(),
                        before.map(one -> one.line(line.svf(), line.place()).now())
                                .orElse(Counts.NONE),
                        since(edition, line)))
                .toList();
        var number = before.map(one -> OptionalInt.of(one.frozen().number())).orElse(OptionalInt.empty());
        return new Content(content.countedTo(), number, lines, content.included(), content.indicators());
    }

    /// The whole country: the sum of the six healthcare regions, where each of them was published for just this period
    /// and none is hidden.
    public Optional<Country> country(Span period, String svf) {
        var all = of(period);
        if (all.size() < Regions.healthcareRegions().size() || all.stream().anyMatch(edition -> hides(edition, svf))) {
            return Optional.empty();
        }
        return Optional.of(Country.of(all.stream()
                .flatMap(edition -> edition.content().line(svf, Content.WHOLE).stream())
                .toList()));
    }

    private static boolean hides(Edition edition, String svf) {
        return edition.content()
                .line(svf, Content.WHOLE)
                .filter(line -> edition.hiding().hides(line) || edition.hiding().hidesShare(line))
                .isPresent();
    }
}
