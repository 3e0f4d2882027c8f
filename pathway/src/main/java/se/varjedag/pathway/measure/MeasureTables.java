package se.varjedag.pathway.measure;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.definition.TreatmentKind;
import se.varjedag.pathway.trace.TracedPathways;

/// The waits of one measure, in tables: those that ended, those that are open, and for persons who were traced
/// again since the ended ones that they have now (`added`) and had before (`gone`).
///
/// What has ended stays as it is until its person is touched, so `ended` is shared from one change to the
/// next. The day the waiting are counted to moves with the newest event, so the open ones, who are few, are
/// read anew.
final class MeasureTables {
    /// So many rows of persons traced again are scanned beside any table.
    private static final int FEW = 4096;

    /// Beyond this part of the table, or this many changes, everything is laid out anew.
    private static final int PART = 16;

    private final Measure measure;
    private final Definitions definitions;
    private final WaitTable ended;
    private final WaitTable open;
    private final List<WaitTable> added;
    private final List<WaitTable> gone;
    private final Calendar calendar;
    private final Map<GroupKey, KeyTexts> keys = new ConcurrentHashMap<>();

    /// The texts of a key's values in order, and the places in it of the values of each table.
    record KeyTexts(List<String> texts, List<Ranks> ranks) {}

    /// The places in the order of texts of a table's values 0, 1, 2, ….
    static final class Ranks {
        private final int[] places;

        private Ranks(int[] places) {
            this.places = places;
        }

        int of(int value) {
            return places[value];
        }
    }

    private MeasureTables(
            TracedPathways traced,
            Measure measure,
            WaitTable ended,
            WaitTable open,
            List<WaitTable> added,
            List<WaitTable> gone) {
        this.measure = measure;
        this.ended = ended;
        this.open = open;
        this.added = List.copyOf(added);
        this.gone = List.copyOf(gone);
        definitions = traced.definitions();
        var span = tables().map(WaitTable::span).reduce(Span.EMPTY, Span::with);
        calendar = span.isEmpty() ? new Calendar(0, 0) : new Calendar(span.first(), span.last());
    }

    /// The tables of a measure, read from all pathways.
    static MeasureTables of(TracedPathways traced, Measure measure) {
        var rows = new Sorting(traced, measure);
        for (int pathway = 0; pathway < traced.size(); pathway++) {
            rows.read(pathway);
        }
        return new MeasureTables(traced, measure, rows.ended.table(), rows.open.table(), List.of(), List.of());
    }

    /// The tables after some persons were traced again.
    ///
    /// @param before all pathways as these tables have them
    /// @param after all pathways now
    /// @param whom the persons who were traced again
    MeasureTables with(TracedPathways before, TracedPathways after, Collection<String> whom) {
        var had = endedOf(before, whom);
        var have = endedOf(after, whom);
        int beside = Stream.of(added, gone)
                .flatMap(List::stream)
                .mapToInt(WaitTable::rows)
                .sum();
        if (added.size() == PART || beside + had.rows() + have.rows() > Math.max(FEW, ended.rows() / PART)) {
            return of(after, measure);
        }
        var rows = new Sorting(after, measure);
        for (int pathway = 0; pathway < after.size(); pathway++) {
            if (after.state(pathway).open()) {
                rows.read(pathway);
            }
        }
        return new MeasureTables(after, measure, ended, rows.open.table(), with(added, have), with(gone, had));
    }

    private WaitTable endedOf(TracedPathways traced, Collection<String> whom) {
        var rows = new Sorting(traced, measure);
        for (int person : traced.timelines().find(whom)) {
            for (int pathway = traced.firstOf(person); pathway < traced.firstOf(person + 1); pathway++) {
                rows.read(pathway);
            }
        }
        return rows.ended.table();
    }

    private static List<WaitTable> with(List<WaitTable> tables, WaitTable one) {
        return Stream.concat(tables.stream(), Stream.of(one)).toList();
    }

    /// The tables whose waits count: what is in [#gone()] is in one of them and must be taken away.
    List<WaitTable> counted() {
        return Stream.concat(Stream.of(ended, open), added.stream()).toList();
    }

    /// The tables whose waits are taken away.
    List<WaitTable> gone() {
        return gone;
    }

    /// How many waits count.
    long rows() {
        return counted().stream().mapToLong(WaitTable::rows).sum();
    }

    /// The days on which somebody's end is accounted.
    Span accounted(CountBy rule) {
        return DayCounts.span(days(rule, counted()), days(rule, gone));
    }

    private static List<DayCounts> days(CountBy rule, List<WaitTable> tables) {
        return tables.stream()
                .map(table -> rule == CountBy.END ? table.endedOn() : table.begunOn())
                .toList();
    }

    /// The calendar of all days that a wait begins or ends on.
    Calendar calendar() {
        return calendar;
    }

    /// How much memory the columns take.
    long bytes() {
        return tables().mapToLong(WaitTable::bytes).sum();
    }

    /// The texts of a key, laid out once for all questions.
    KeyTexts key(GroupKey key) {
        return keys.computeIfAbsent(key, this::layOut);
    }

    private KeyTexts layOut(GroupKey key) {
        var values = tables().map(table -> values(key, table)).toList();
        var all = new TreeSet<String>();
        values.stream().distinct().forEach(all::addAll);
        var texts = List.copyOf(all);
        var ranks = values.stream()
                .map(ofTable -> new Ranks(ofTable.stream()
                        .mapToInt(text -> Collections.binarySearch(texts, text))
                        .toArray()))
                .toList();
        return new KeyTexts(texts, ranks);
    }

    private List<String> values(GroupKey key, WaitTable table) {
        return switch (key) {
            case SVF -> definitions.all().stream().map(PathwayDefinition::id).toList();
            case TREATMENT ->
                Stream.concat(
                                Stream.of(""),
                                Arrays.stream(TreatmentKind.values()).map(TreatmentKind::key))
                        .toList();
            case REGION, HOME_REGION -> table.regions();
            case HREGION -> HealthcareRegions.NAMES;
            case UNIT -> table.units();
            case SEX -> Selection.SEXES;
            case AGE -> AgeClass.TEXTS;
            case YEAR -> calendar.yearTexts();
            case QUARTER -> calendar.quarterTexts();
            case MONTH -> calendar.monthTexts();
            case LIMIT -> Selection.limitTexts(table.longestLimit());
        };
    }

    /// All tables, those that count first.
    private Stream<WaitTable> tables() {
        return Stream.concat(counted().stream(), gone.stream());
    }

    private static Calendar calendar(TracedPathways traced, Measure measure) {
        return new Calendar(Selection.firstDay(traced, measure), traced.asOf());
    }

    /// Sorts the waits that are read into ended and open ones.
    private static final class Sorting implements WaitReader.Taker {
        private final WaitReader reader;
        private final WaitRows ended;
        private final WaitRows open;

        Sorting(TracedPathways traced, Measure measure) {
            var calendar = calendar(traced, measure);
            reader = new WaitReader(traced, measure);
            ended = new WaitRows(traced, measure, calendar, false);
            open = new WaitRows(traced, measure, calendar, true);
        }

        void read(int pathway) {
            reader.read(pathway, this);
        }

        @Override
        public void reached(int pathway, int fromDay, int toDay, int region, int unit) {
            ended.reached(pathway, fromDay, toDay, region, unit);
        }

        @Override
        public void left(int pathway, int fromDay, int endDay, int region, int unit) {
            ended.left(pathway, fromDay, endDay, region, unit);
        }

        @Override
        public void open(int pathway, int fromDay) {
            open.open(pathway, fromDay);
        }
    }
}
