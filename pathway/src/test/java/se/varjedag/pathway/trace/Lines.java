package se.varjedag.pathway.trace;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the tracer found, written as [RulesByHand] writes it.
final class Lines {

    private Lines() {}

    /// A line for each pathway and for each finding, sorted.
    static List<String> of(TracedPathways traced) {
        return Stream.concat(
                        IntStream.range(0, traced.size()).mapToObj(i -> line(traced, i)),
                        traced.findings().stream().map(Lines::line))
                .sorted()
                .toList();
    }

    static String line(TracedPathways traced, int i) {
        var points = new TreeMap<String, Long>();
        for (int k = traced.pointsFrom(i); k < traced.pointsTo(i); k++) {
            var place = place(traced, traced.pointDay(k), traced.pointRegion(k), traced.pointUnit(k));
            var ref = traced.timelines().refText(traced.pointRef(k));
            points.merge(traced.pointKind(k).key() + " " + place + " " + ref, 1L, Long::sum);
        }
        boolean open = traced.state(i).open();
        return "%s %s %s %s %s end %s %s limits %s %s %s heard %s waiting %s marks %s %s points %s"
                .formatted(
                        traced.timelines().person(traced.person(i)),
                        traced.definitions().all().get(traced.definition(i)).id(),
                        place(
                                traced,
                                traced.start(i),
                                traced.timelines().region(traced.startRow(i)),
                                traced.timelines().unit(traced.startRow(i))),
                        traced.state(i),
                        traced.treatment(i),
                        open ? "-" : place(traced, traced.end(i), traced.endRegion(i), traced.endUnit(i)),
                        open ? "-" : traced.endSuffix(i),
                        traced.limit(i),
                        traced.shortestLimit(i),
                        traced.assumedLimit(i),
                        LocalDate.ofEpochDay(traced.lastHeard(i)),
                        text(traced, traced.waitingRegion(i), traced.waitingUnit(i)),
                        traced.extended(i),
                        traced.suspicionAtPathology(i),
                        points);
    }

    private static String line(Finding finding) {
        return "%s found %s %s %s at %s"
                .formatted(
                        finding.person(),
                        finding.kind(),
                        finding.definition().map(definition -> definition.id()).orElse("-"),
                        finding.start().map(LocalDate::toString).orElse("-"),
                        finding.code() + " " + finding.day() + " " + finding.region() + "/" + finding.unit());
    }

    private static String place(TracedPathways traced, int day, int region, int unit) {
        return LocalDate.ofEpochDay(day) + " " + text(traced, region, unit);
    }

    private static String text(TracedPathways traced, int region, int unit) {
        return traced.timelines().regionText(region) + "/" + traced.timelines().unitText(unit);
    }
}
