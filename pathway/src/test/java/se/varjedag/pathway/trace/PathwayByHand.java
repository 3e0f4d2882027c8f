package se.varjedag.pathway.trace;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.definition.Limit;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.definition.TreatmentKind;
import se.varjedag.pathway.event.CareEvent;

/// A pathway as [RulesByHand] sees it: the events it is made of.
final class PathwayByHand {
    final int definition;
    final CareEvent opener;
    final Set<CareEvent> points = new HashSet<>();

    @Nullable
    CareEvent closer;

    @Nullable
    CareEvent lastReceived;

    boolean extended;
    boolean atPathology;

    PathwayByHand(int definition, CareEvent opener) {
        this.definition = definition;
        this.opener = opener;
    }

    LocalDate start() {
        return opener.day();
    }

    /// From its 05, otherwise its 10.
    LocalDate from(Set<CareEvent> suspected) {
        return Stream.concat(suspected.stream().filter(points::contains), Stream.of(opener))
                .map(CareEvent::day)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    boolean endedBefore(LocalDate day) {
        return closer != null && closer.day().isBefore(day);
    }

    boolean openOn(LocalDate day, LocalDate from) {
        return !from.isAfter(day) && !endedBefore(day);
    }

    /// The limit, the shortest limit, and whether it is assumed.
    String limits(PathwayDefinition rules, @Nullable TreatmentKind kind, int endSuffix) {
        if (closer == null) {
            var longest = rules.longestLimit(start(), extended, atPathology);
            var shortest = rules.shortestLimit(start(), extended, atPathology);
            return days(longest) + " " + days(shortest) + " " + assumed(longest);
        }
        if (kind == null || Set.of(56, 65).contains(endSuffix)) {
            return "-1 -1 false";
        }
        var limit = rules.limit(start(), kind, extended, atPathology);
        return days(limit) + " " + days(limit) + " " + assumed(limit);
    }

    private static int days(Limit limit) {
        return limit instanceof Limit.Days known ? known.days() : -1;
    }

    private static boolean assumed(Limit limit) {
        return limit instanceof Limit.Days known && known.assumed();
    }
}
