package se.varjedag.pathway.trace;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.event.Timelines;
import se.varjedag.pathway.trace.Finding.Kind;

/// Every fault of registration one tracing found, in the order of persons. The counts are always there; the findings
/// themselves only when the [Tracer] was asked to list them, so that counting ten million events costs no memory.
public final class Findings {

    private final boolean listed;
    private final List<FindingColumns> parts;
    /// Those sent who are not received yet, but still have time.
    private final List<FindingColumns> awaited;
    private final Timelines timelines;
    private final Definitions definitions;

    Findings(
            boolean listed,
            List<FindingColumns> parts,
            List<FindingColumns> awaited,
            Timelines timelines,
            Definitions definitions) {
        this.listed = listed;
        this.parts = List.copyOf(parts);
        this.awaited = List.copyOf(awaited);
        this.timelines = timelines;
        this.definitions = definitions;
    }

    /// True when the findings can be read one by one, false when they were only counted.
    public boolean listed() {
        return listed;
    }

    List<FindingColumns> parts() {
        requireListed();
        return parts;
    }

    /// What becomes a finding when the as-of day moves on and nothing else happens.
    List<FindingColumns> awaited() {
        return awaited;
    }

    /// How many findings there are in all.
    public long total() {
        var total = 0L;
        for (var kind : Kind.values()) {
            total += count(kind);
        }
        return total;
    }

    /// How many findings there are of one kind.
    public long count(Kind kind) {
        return parts.stream().mapToLong(part -> part.count(kind)).sum();
    }

    /// The kinds that were found, each with its number, in the order of the rules.
    public Map<Kind, Long> byKind() {
        var counts = new EnumMap<Kind, Long>(Kind.class);
        for (var kind : Kind.values()) {
            if (count(kind) > 0) {
                counts.put(kind, count(kind));
            }
        }
        return counts;
    }

    /// The units with findings, in order, each with its number of every kind.
    public Map<String, Map<Kind, Long>> byUnit() {
        var units = new TreeMap<String, Map<Kind, Long>>();
        eachRow((part, i) -> units.computeIfAbsent(
                        timelines.unitText(timelines.unit(part.row(i))), name -> new EnumMap<>(Kind.class))
                .merge(part.kind(i), 1L, Long::sum));
        return units;
    }

    /// The findings one after the other.
    public Stream<Finding> stream() {
        requireListed();
        return parts.stream().flatMap(part -> IntStream.range(0, part.size()).mapToObj(i -> finding(part, i)));
    }

    /// Hands each finding to the reader, without keeping them.
    public void forEach(Consumer<Finding> reader) {
        stream().forEach(reader);
    }

    /// Hands each finding to the reader as places in the pathways and timelines, without a text being made.
    public void each(PlacedReader reader) {
        eachRow((part, i) -> reader.read(part.kind(i), part.person(i), part.definition(i), part.start(i), part.row(i)));
    }

    /// Reads a finding where it stands.
    public interface PlacedReader {
        /// One finding.
        ///
        /// @param person     as an index into the timelines
        /// @param definition as an index into the definitions, negative for none
        /// @param start      the day its pathway started, [TracedPathways#NONE] where no pathway is meant
        /// @param row        the event it is about
        void read(Kind kind, int person, int definition, int start, int row);
    }

    private Finding finding(FindingColumns part, int i) {
        var row = part.row(i);
        return new Finding(
                part.kind(i),
                timelines.person(part.person(i)),
                part.definition(i) < 0
                        ? Optional.empty()
                        : Optional.of(definitions.all().get(part.definition(i))),
                part.start(i) == FindingColumns.NO_START
                        ? Optional.empty()
                        : Optional.of(LocalDate.ofEpochDay(part.start(i))),
                timelines.codeText(timelines.code(row)),
                LocalDate.ofEpochDay(timelines.day(row)),
                timelines.unitText(timelines.unit(row)),
                timelines.regionText(timelines.region(row)));
    }

    private void eachRow(RowReader reader) {
        requireListed();
        for (var part : parts) {
            for (int i = 0; i < part.size(); i++) {
                reader.read(part, i);
            }
        }
    }

    private void requireListed() {
        if (!listed) {
            throw new IllegalStateException("These findings were only counted; trace with Tracer.listingFindings()");
        }
    }

    private interface RowReader {
        void read(FindingColumns part, int i);
    }
}
