package se.varjedag.pathway.trace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventColumns;
import se.varjedag.pathway.event.Timelines;

/// Patients as a few lines of text, and what the tracer makes of them as lines again.
///
/// A line is `code date`, with `@region/unit`, `#ref`, `>pathway`, `born:year` and `person:name` where they matter.
final class Story {

    private final TracedPathways traced;

    private Story(TracedPathways traced) {
        this.traced = traced;
    }

    static Story of(String lines) {
        return of(lines, null);
    }

    static Story of(String lines, @Nullable String asOf) {
        return of(events(lines), asOf == null ? null : LocalDate.parse(asOf));
    }

    static Story of(List<CareEvent> events, @Nullable LocalDate asOf) {
        var timelines = Timelines.of(columns(events), null, asOf);
        return new Story(new Tracer(Examples.DEFINITIONS).listingFindings().trace(timelines));
    }

    static EventColumns columns(List<CareEvent> events) {
        var builder = EventColumns.builder();
        events.forEach(builder::add);
        return builder.build();
    }

    static List<CareEvent> events(String lines) {
        var events = new ArrayList<CareEvent>();
        for (var line : lines.lines().filter(line -> !line.isBlank()).toList()) {
            events.add(event(line.strip(), events.size()));
        }
        return events;
    }

    private static CareEvent event(String line, int number) {
        var words = line.split("\\s+");
        var event = CareEvent.of("p", words[0], LocalDate.parse(words[1])).named("s", "n" + number);
        for (int i = 2; i < words.length; i++) {
            var rest = words[i].substring(1);
            var value = words[i].substring(words[i].indexOf(':') + 1);
            event = switch (words[i].charAt(0)) {
                case '@' -> {
                    var place = (rest + " ").split("/");
                    yield event.at(place[0].strip(), place.length > 1 ? place[1].strip() : "");
                }
                case '#' -> event.of(event.pathway(), rest);
                case '>' -> event.of(rest, event.ref());
                case 'b' -> event.bornIn(Integer.valueOf(value), "");
                case 'p' -> ofPerson(event, value);
                default -> throw new IllegalArgumentException(line);
            };
        }
        return event;
    }

    private static CareEvent ofPerson(CareEvent event, String person) {
        return CareEvent.of(person, event.code(), event.day())
                .at(event.region(), event.unit())
                .named(event.source(), event.id())
                .of(event.pathway(), event.ref())
                .bornIn(event.born(), event.sex());
    }

    TracedPathways traced() {
        return traced;
    }

    /// One line for each pathway: `lungcancer 2023-01-01 – 2023-02-01 TREATED 50`.
    List<String> pathways() {
        return IntStream.range(0, traced.size()).mapToObj(this::pathway).toList();
    }

    private String pathway(int i) {
        var name = traced.definitions().all().get(traced.definition(i)).id();
        var start = LocalDate.ofEpochDay(traced.start(i));
        var end = traced.end(i) == TracedPathways.NONE
                ? ""
                : " " + LocalDate.ofEpochDay(traced.end(i))
                        + (traced.endSuffix(i) == TracedPathways.DIED ? " died" : " " + traced.endSuffix(i));
        return "%s %s %s%s".formatted(name, start, traced.state(i), end);
    }

    /// One line for each point of a pathway: `first-visit 2023-01-05`.
    List<String> points(int pathway) {
        return IntStream.range(traced.pointsFrom(pathway), traced.pointsTo(pathway))
                .mapToObj(k -> traced.pointKind(k).key() + " " + LocalDate.ofEpochDay(traced.pointDay(k)))
                .toList();
    }

    /// One line for each finding: `FURTHER_START VC010 2023-01-05`.
    List<String> findings() {
        return traced.findings().stream()
                .map(finding -> finding.kind() + " " + finding.code() + " " + finding.day())
                .toList();
    }

    String waitingPlace(int pathway) {
        return place(traced.waitingRegion(pathway), traced.waitingUnit(pathway));
    }

    String endPlace(int pathway) {
        return place(traced.endRegion(pathway), traced.endUnit(pathway));
    }

    String startPlace(int pathway) {
        int row = traced.startRow(pathway);
        return place(traced.timelines().region(row), traced.timelines().unit(row));
    }

    private String place(int region, int unit) {
        return traced.timelines().regionText(region) + "/" + traced.timelines().unitText(unit);
    }
}
