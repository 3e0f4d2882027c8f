package se.varjedag.eventlog.csv;

import java.util.ArrayList;
import java.util.List;
import se.varjedag.eventlog.Sentence;
import se.varjedag.pathway.event.EventBatch;
import se.varjedag.pathway.event.EventLists;

/// Turns the values of a row into a row of a batch, or into the reasons why it cannot be one.
final class RowReader {
    /// A reason, its line counted from the start of the part that is read.
    record Objection(long line, String column, String value, Sentence why) {}

    private final RowColumns columns;
    private final PlainRows plain;
    private final ManyRows many;

    /// Rows whose person is still to be numbered, with the two words of its name.
    private final PersonQueue waiting;

    private EventBatch batch;
    private final List<Objection> objections = new ArrayList<>();
    private long rows;

    RowReader(Header header, Judgement judgement, boolean idsKept, PlainRows plain) {
        this.plain = plain;
        columns = new RowColumns(header, judgement, idsKept);
        many = new ManyRows(columns, plain);
        waiting = new PersonQueue(columns.lists.persons());
        batch = new EventBatch(columns.lists, 16);
    }

    EventLists lists() {
        return columns.lists;
    }

    PersonQueue persons() {
        return waiting;
    }

    /// Whether a new reader should take over, so that no column's numbers run out.
    boolean nearlyFull() {
        return columns.nearlyFull();
    }

    /// What comes next goes into a new batch.
    void begin(int expectedRows) {
        batch = new EventBatch(columns.lists, expectedRows);
    }

    EventBatch batch() {
        return batch;
    }

    /// The objections since the last call.
    List<Objection> takeObjections() {
        if (objections.isEmpty()) {
            return List.of();
        }
        var taken = List.copyOf(objections);
        objections.clear();
        return taken;
    }

    /// The number of rows since the last call, bad ones included.
    long takeRows() {
        long taken = rows;
        rows = 0;
        return taken;
    }

    private static int judged(JudgedColumn column, int place, byte[] text, int[] from, int[] to) {
        return place < 0 ? 0 : column.of(text, from[place], to[place]);
    }

    /// Reads the plain rows found last: most of them column by column, those that may not be as they should one by one.
    ///
    /// @param line of the first
    /// @param scanner cuts the rows that are looked at by themselves
    void read(byte[] text, long line, RowScanner scanner) {
        many.judge(text);
        int odd = many.firstOdd(0);
        many.add(0, odd, text, line, batch, waiting);
        rows += odd;
        if (odd < plain.rows) {
            readFrom(odd, text, line, scanner);
        }
        waiting.settle(batch, text);
    }

    /// Reads on from a row that may not be as it should.
    private void readFrom(int first, byte[] text, long line, RowScanner scanner) {
        int row = first;
        while (row < plain.rows) {
            scanner.next(text, plain.from(row, 0), plain.next, true);
            read(scanner, line + row);
            int odd = many.firstOdd(row + 1);
            many.add(row + 1, odd, text, line, batch, waiting);
            rows += odd - row - 1;
            row = odd;
        }
    }

    /// Reads the row that the scanner stands on.
    void read(RowScanner row, long line) {
        rows++;
        byte[] text = row.text;
        int[] from = row.from;
        int[] to = row.to;
        int width = columns.header.width();
        if (row.values != width && !fits(row)) {
            var why = row.quoteOpen ? Reasons.QUOTE_NEVER_CLOSED : Reasons.wrongWidth(row.values, width);
            objections.add(new Objection(line, "", shown(row), why));
            return;
        }
        int personFrom = from[columns.person];
        int personTo = to[columns.person];
        if (row.zeroByte || row.quoteInQuotes || row.quoteOpen) {
            var why = row.quoteOpen
                    ? Reasons.QUOTE_NEVER_CLOSED
                    : row.zeroByte ? Reasons.ZERO_BYTE : Reasons.QUOTE_IN_QUOTES;
            objections.add(new Objection(line, "", shown(row), why));
            waiting.mention(text, personFrom, personTo, line);
            return;
        }
        int day = RowColumns.day(text, from[columns.time], to[columns.time]);
        int code = judged(columns.codes, columns.code, text, from, to);
        int unit = judged(columns.units, columns.unit, text, from, to);
        int region = judged(columns.regions, columns.region, text, from, to);
        int home = judged(columns.regions, columns.homeRegion, text, from, to);
        int sex = judged(columns.sexes, columns.sex, text, from, to);
        int born = judged(columns.years, columns.born, text, from, to);
        int pathway = judged(columns.pathways, columns.pathway, text, from, to);
        int source = judged(columns.sources, columns.source, text, from, to);
        int status = judged(columns.statuses, columns.status, text, from, to);
        int place = columns.registered;
        long learnt = place < 0 ? EventBatch.UNKNOWN : RowColumns.registered(text, from[place], to[place]);
        if ((code | unit | region | home | sex | born | pathway | source | status) < 0
                || day == Times.UNREADABLE
                || (day > columns.today && status != Judgement.PLANNED)
                || learnt == Times.UNREADABLE_INSTANT
                || !PersonQueue.canBe(text, personFrom, personTo)
                || !shortEnough(columns.id, from, to)
                || !shortEnough(columns.ref, from, to)) {
            object(row, line, day, status, learnt);
            waiting.mention(text, personFrom, personTo, line);
            return;
        }
        int at = batch.add(0, code, day, unit, region, columns.traits(home, sex, born));
        waiting.add(batch, at, text, personFrom, personTo, line, row.copied);
        batch.pathway(at, pathway);
        batch.registered(at, learnt);
        columns.status(batch, at, status);
        if (columns.ref >= 0) {
            columns.ref(batch, at, text, from[columns.ref], to[columns.ref]);
        }
        if (columns.id >= 0) {
            columns.id(batch, at, source, text, from[columns.id], to[columns.id]);
        }
        if (columns.idsKept) {
            batch.source(at, source);
        }
    }

    /// Notes a row that could not even be cut into values.
    void reject(long line, String value, Sentence why) {
        rows++;
        objections.add(new Objection(line, "", value, why));
    }

    /// A row may be followed by empty values, as spreadsheets leave them.
    private boolean fits(RowScanner row) {
        boolean fits = row.values > columns.header.width();
        for (int i = columns.header.width(); i < row.values; i++) {
            fits &= row.from[i] == row.to[i];
        }
        return fits;
    }

    private static boolean shortEnough(int place, int[] from, int[] to) {
        return place < 0 || to[place] - from[place] <= JudgedColumn.MOST;
    }

    private String shown(RowScanner row) {
        return Shown.value(row.text, row.from[0], row.to[row.values - 1]);
    }

    /// Notes every reason against a row.
    private void object(RowScanner row, long line, int day, int status, long learnt) {
        for (var column : Column.values()) {
            int place = columns.header.place(column);
            if (place < 0) {
                continue;
            }
            int start = row.from[place];
            int end = row.to[place];
            var value = Shown.value(row.text, start, end);
            boolean good = switch (column) {
                case PERSON -> PersonQueue.canBe(row.text, start, end);
                case CODE -> columns.codes.of(row.text, start, end) >= 0;
                case TIME -> day != Times.UNREADABLE;
                case UNIT -> columns.units.of(row.text, start, end) >= 0;
                case REGION, HOME_REGION -> columns.regions.of(row.text, start, end) >= 0;
                case SEX -> columns.sexes.of(row.text, start, end) >= 0;
                case BORN -> columns.years.of(row.text, start, end) >= 0;
                case PATHWAY -> columns.pathways.of(row.text, start, end) >= 0;
                case SOURCE -> columns.sources.of(row.text, start, end) >= 0;
                case STATUS -> status >= 0;
                case REGISTERED -> learnt != Times.UNREADABLE_INSTANT;
                case ID, REF -> end - start <= JudgedColumn.MOST;
            };
            if (!good) {
                objections.add(new Objection(line, column.header(), value, columns.judgement.objection(column, value)));
            } else if (column == Column.TIME && day > columns.today && status != Judgement.PLANNED) {
                objections.add(new Objection(line, column.header(), value, Reasons.future(value)));
            }
        }
    }
}
