package se.varjedag.pathway.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.event.Timelines;

/// Follows every person from event to event by the rules of `docs/rules.md`. The same tracer serves one patient and
/// fifty million events; it has no clock of its own, and the number of threads never shows in what it finds.
public final class Tracer {

    /// Fewer rows than this are not worth another thread.
    private static final int ROWS_PER_RANGE = 20_000;

    private final Definitions definitions;
    private final boolean withPoints;
    private final boolean listing;
    private final int threads;
    private final int rowsPerRange;

    /// A tracer that records points, counts findings and uses two threads.
    public Tracer(Definitions definitions) {
        this(definitions, true, false, 2, ROWS_PER_RANGE);
    }

    private Tracer(Definitions definitions, boolean withPoints, boolean listing, int threads, int rowsPerRange) {
        this.definitions = definitions;
        this.withPoints = withPoints;
        this.listing = listing;
        this.threads = threads;
        this.rowsPerRange = rowsPerRange;
    }

    /// The same tracer, leaving points out of its pathways: enough for suspicion to treatment, and smaller.
    public Tracer withoutPoints() {
        return new Tracer(definitions, false, listing, threads, rowsPerRange);
    }

    /// The same tracer, keeping each finding so that it can be read, not only counted.
    public Tracer listingFindings() {
        return new Tracer(definitions, withPoints, true, threads, rowsPerRange);
    }

    /// The same tracer, sharing the persons among this many threads.
    public Tracer threads(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("At least one thread is needed, not " + number);
        }
        return sharing(number, rowsPerRange);
    }

    Tracer sharing(int number, int rows) {
        return new Tracer(definitions, withPoints, listing, number, rows);
    }

    /// The pathways of every person in these timelines.
    public TracedPathways trace(Timelines timelines) {
        var codes = new CodeBook(definitions, timelines.codes(), timelines.pathways());
        var ranges = new ArrayList<PersonRange>();
        int pathways = 0;
        int points = 0;
        for (var bounds : shares(timelines)) {
            var range = new PersonRange(timelines, codes, bounds[0], bounds[1], withPoints, listing);
            ranges.add(range);
        }
        ranges.parallelStream().forEach(PersonRange::measureOut);
        for (var range : ranges) {
            range.startAt(pathways, points);
            pathways += range.mostPathways();
            points += range.mostPoints();
        }
        var columns = new PathwayColumns(pathways, points);
        ranges.parallelStream().forEach(range -> range.traceInto(columns));
        ranges.forEach(range -> range.close(columns));
        columns.seal();
        var findings = new Findings(
                listing,
                ranges.stream().map(PersonRange::findings).toList(),
                ranges.stream().map(PersonRange::awaited).toList(),
                timelines,
                definitions);
        return new TracedPathways(columns, codes, timelines, findings, withPoints);
    }

    /// Consecutive ranges of persons with about the same number of rows.
    private List<int[]> shares(Timelines timelines) {
        int persons = timelines.persons();
        int wanted = Math.clamp(timelines.rows() / rowsPerRange, 1, threads);
        var cuts = IntStream.rangeClosed(0, wanted)
                .map(i -> cut(timelines, (int) ((long) timelines.rows() * i / wanted)))
                .toArray();
        cuts[wanted] = persons;
        return IntStream.range(0, wanted)
                .mapToObj(i -> new int[] {cuts[i], cuts[i + 1]})
                .toList();
    }

    /// The first person whose rows start at this row or later.
    private static int cut(Timelines timelines, int row) {
        int low = 0;
        int high = timelines.persons();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timelines.from(middle) < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
