package se.varjedag.app.overview;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.varjedag.pathway.definition.Language;

/// What the overview shows of one diagnosis, and what its next decision needs.
///
/// @param id        what it is called in data: `prostate`
/// @param pathways  definitions whose patients it is for; none for the one that takes the rest
/// @param confirmed whether the diagnosis group has confirmed it
public record Content(
        String id,
        Named name,
        List<String> pathways,
        boolean confirmed,
        Performance performance,
        List<Line> laboratory,
        List<Item> statuses,
        List<Item> classes,
        List<Item> tests,
        List<Item> reported,
        List<Need> needed) {

    public Content {
        pathways = List.copyOf(pathways);
        laboratory = List.copyOf(laboratory);
        statuses = List.copyOf(statuses);
        classes = List.copyOf(classes);
        tests = List.copyOf(tests);
        reported = List.copyOf(reported);
        needed = List.copyOf(needed);
    }

    /// A name in the two languages.
    public record Named(String sv, String en) {
        public String in(Language language) {
            return language == Language.SV ? sv : en;
        }
    }

    /// Something that a value may be of.
    public record Item(String item, Named name) {}

    /// A laboratory value drawn as a line.
    ///
    /// @param measure the unit it is counted in
    /// @param log     whether its axis is logarithmic
    public record Line(Item item, String measure, boolean log) {}

    /// The scale that performance status is told in.
    public record Performance(Item item, int lowest, int highest, int step) {}

    /// What the next decision needs.
    ///
    /// @param days the oldest that will do, in days; 0 for any age
    public record Need(String item, int days) {}

    /// What an item is called; empty where this content does not name it.
    public Optional<String> word(String item, Language language) {
        return items().filter(one -> one.item().equals(item))
                .findFirst()
                .map(one -> one.name().in(language));
    }

    /// Everything that this content names.
    Stream<Item> items() {
        return Stream.of(
                        Stream.of(performance.item()),
                        laboratory.stream().map(Line::item),
                        statuses.stream(),
                        classes.stream(),
                        tests.stream(),
                        reported.stream())
                .flatMap(all -> all);
    }
}
