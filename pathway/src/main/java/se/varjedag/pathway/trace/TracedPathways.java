package se.varjedag.pathway.trace;

import static se.varjedag.pathway.trace.PathwayColumns.ASSUMED;
import static se.varjedag.pathway.trace.PathwayColumns.AT_PATHOLOGY;
import static se.varjedag.pathway.trace.PathwayColumns.EXTENDED;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.MeasuringPoint;
import se.varjedag.pathway.definition.TreatmentKind;
import se.varjedag.pathway.event.Timelines;

/// Every pathway of every person, in columns: what a measure reads. Pathways stand in the order of persons, and those
/// of one person in the order they opened. Days are epoch days; regions, units and references are indices into the
/// dictionaries of [#timelines()].
public final class TracedPathways {

    /// In place of a day or a row that does not exist.
    public static final int NONE = PathwayColumns.NONE;

    /// The suffix of an end by death, which has no suffix of its own.
    public static final int DIED = 0;

    private static final MeasuringPoint[] POINTS = MeasuringPoint.values();
    private static final TreatmentKind[] KINDS = TreatmentKind.values();

    private final PathwayColumns columns;
    private final CodeBook codes;
    private final Timelines timelines;
    private final Definitions definitions;
    private final Findings findings;
    private final boolean withPoints;

    TracedPathways(PathwayColumns columns, CodeBook codes, Timelines timelines, Findings findings, boolean withPoints) {
        this.columns = columns;
        this.codes = codes;
        this.timelines = timelines;
        this.definitions = codes.definitions();
        this.findings = findings;
        this.withPoints = withPoints;
    }

    /// These pathways with those of some persons as they are now: whatever these had here is left out, and what they
    /// have in `touched` is put in its place. The same as tracing everybody again, without it.
    ///
    /// @param touched what the same tracer, listing its findings, made of all events of none but these persons
    /// @param whom the persons touched, those too who have no events any more
    public TracedPathways with(TracedPathways touched, Collection<String> whom) {
        return new Retracing(this, touched, whom).all();
    }

    PathwayColumns columns() {
        return columns;
    }

    /// How many pathways there are, those ended by 70 too.
    public int size() {
        return columns.pathways();
    }

    /// The first pathway of a person (an index into [#timelines()]) or, where there is none, of the next who has one:
    /// those of person `p` are `firstOf(p)` up to and without `firstOf(p + 1)`.
    public int firstOf(int person) {
        return columns.firstOf(person);
    }

    /// The person, as an index into [#timelines()].
    public int person(int i) {
        return columns.person[i];
    }

    /// The definition, as an index into `definitions().all()`.
    public int definition(int i) {
        return columns.definition[i];
    }

    /// The day of the 10 that opened it.
    public int start(int i) {
        return columns.start[i];
    }

    public State state(int i) {
        return State.of(columns.state[i]);
    }

    /// The day it ended, [#NONE] while it is open.
    public int end(int i) {
        return columns.end[i];
    }

    /// The suffix of the end that closed it, [#DIED] for death, [#NONE] while it is open.
    public int endSuffix(int i) {
        return isOpen(i) ? NONE : columns.endSuffix[i];
    }

    /// The kind of the end, when it reached the measure.
    public @Nullable TreatmentKind treatment(int i) {
        return columns.treatment[i] < 0 ? null : KINDS[columns.treatment[i]];
    }

    /// Whether a first treatment began: an end that counts to the measure without one is none.
    public boolean treated(int i) {
        var kind = treatment(i);
        return kind != null && kind.startsTreatment();
    }

    /// The ordinal of [#treatment(int)], -1 for none.
    public int treatmentOrdinal(int i) {
        return columns.treatment[i];
    }

    /// The limit in days, -1 for unknown: that of its end's kind when it reached, the longest still possible while it
    /// is open. A pathway that left has none.
    public int limit(int i) {
        return columns.limit[i];
    }

    /// The shortest limit still possible while it is open, otherwise the same as [#limit(int)].
    public int shortestLimit(int i) {
        return columns.shortestLimit[i];
    }

    /// True when the limit is an assumption of the definition, not a number that was read.
    public boolean assumedLimit(int i) {
        return marked(i, ASSUMED);
    }

    /// True when the marker of the extended track belongs to it.
    public boolean extended(int i) {
        return marked(i, EXTENDED);
    }

    /// True when a pathology answer named for it came on or before its 10 and after any earlier end.
    public boolean suspicionAtPathology(int i) {
        return marked(i, AT_PATHOLOGY);
    }

    /// The region of the event that closed it, the empty text while it is open.
    public int endRegion(int i) {
        return isOpen(i) ? 0 : timelines.region(columns.endRow[i]);
    }

    /// The unit of the event that closed it, the empty text while it is open.
    public int endUnit(int i) {
        return isOpen(i) ? 0 : timelines.unit(columns.endRow[i]);
    }

    /// The region of the last 91, otherwise of the 10.
    public int waitingRegion(int i) {
        return timelines.region(columns.waitingRow[i]);
    }

    /// The unit of the last 91, otherwise of the 10.
    public int waitingUnit(int i) {
        return timelines.unit(columns.waitingRow[i]);
    }

    /// The day of its latest event: a code with its prefix while it is open, its end, or a point that belongs to it.
    public int lastHeard(int i) {
        return timelines.day(columns.heardRow[i]);
    }

    /// The row of the 10 that opened it.
    public int startRow(int i) {
        return columns.startRow[i];
    }

    /// The row of the event that closed it, [#NONE] while it is open.
    public int endRow(int i) {
        return columns.endRow[i];
    }

    /// False when the tracer was asked to leave points out; then every pathway has an empty list of them.
    public boolean withPoints() {
        return withPoints;
    }

    /// The first of its points, which are sorted by day and contain the 10 and the end that reached.
    public int pointsFrom(int i) {
        return columns.pointsFrom[i];
    }

    /// One past the last of its points.
    public int pointsTo(int i) {
        return columns.pointsFrom[i + 1];
    }

    public MeasuringPoint pointKind(int k) {
        return POINTS[pointOrdinal(k)];
    }

    /// The ordinal of [#pointKind(int)].
    public int pointOrdinal(int k) {
        return codes.point(timelines.code(columns.pointRow[k]));
    }

    public int pointDay(int k) {
        return timelines.day(columns.pointRow[k]);
    }

    public int pointRegion(int k) {
        return timelines.region(columns.pointRow[k]);
    }

    public int pointUnit(int k) {
        return timelines.unit(columns.pointRow[k]);
    }

    public int pointRef(int k) {
        return timelines.ref(columns.pointRow[k]);
    }

    /// The row of the event that is this point.
    public int pointRow(int k) {
        return columns.pointRow[k];
    }

    /// The events these pathways were traced from.
    public Timelines timelines() {
        return timelines;
    }

    /// The definitions they were traced by.
    public Definitions definitions() {
        return definitions;
    }

    /// The day the waiting are counted to, as an epoch day.
    public int asOf() {
        return timelines.asOf();
    }

    /// What was wrong with the registration.
    public Findings findings() {
        return findings;
    }

    private boolean isOpen(int i) {
        return columns.endRow[i] == NONE;
    }

    private boolean marked(int i, byte mark) {
        return (columns.marks[i] & mark) != 0;
    }
}
