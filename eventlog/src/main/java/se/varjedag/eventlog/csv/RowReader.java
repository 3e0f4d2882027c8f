package se.varjedag.eventlog.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.varjedag.eventlog.Sentence;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventBatch;
import se.varjedag.pathway.event.EventLists;
import se.varjedag.pathway.event.Fingerprint;
import se.varjedag.pathway.event.TextIndex;

/// Turns the values of a row into a row of a batch, or into the reasons why it cannot be one.
final class RowReader {
    /// A reason, its line counted from the start of the part that is read.
    record Objection(long line, String column, String value, Sentence why) {}

    private final Header header;
    private final Judgement judgement;
    private final boolean idsKept;
    private final EventLists lists = new EventLists();
    private final int today;
    private final int person;
    private final int code;
    private final int time;
    private final int unit;
    private final int region;
    private final int homeRegion;
    private final int sex;
    private final int born;
    private final int pathway;
    private final int source;
    private final int id;
    private final int status;
    private final int registered;
    private final int ref;

    private final JudgedColumn codes;
    private final JudgedColumn units;
    private final JudgedColumn regions;
    private final JudgedColumn sexes;
    private final JudgedColumn years;
    private final JudgedColumn pathways;
    private final JudgedColumn sources;
    private final JudgedColumn statuses;
    private long[] seedHigh = new long[16];
    private long[] seedLow = new long[16];

    /// Rows whose person is still to be numbered, with the two words of its name.
    private final PersonQueue waiting;

    private EventBatch batch;
    private final List<Objection> objections = new ArrayList<>();
    private long rows;
    private int lastTraits;
    private int lastHome;
    private int lastSex;
    private int lastBorn;

    RowReader(Header header, Judgement judgement, boolean idsKept) {
        this.header = header;
        this.judgement = judgement;
        this.idsKept = idsKept;
        today = (int) judgement.today().toEpochDay();
        person = header.place(Column.PERSON);
        code = header.place(Column.CODE);
        time = header.place(Column.TIME);
        unit = header.place(Column.UNIT);
        region = header.place(Column.REGION);
        homeRegion = header.place(Column.HOME_REGION);
        sex = header.place(Column.SEX);
        born = header.place(Column.BORN);
        pathway = header.place(Column.PATHWAY);
        source = header.place(Column.SOURCE);
        id = header.place(Column.ID);
        status = header.place(Column.STATUS);
        registered = header.place(Column.REGISTERED);
        ref = header.place(Column.REF);
        waiting = new PersonQueue(lists.persons());
        batch = new EventBatch(lists, 16);
        codes = new JudgedColumn(t -> judgement.isCode(t) ? lists.codes().of(t) : JudgedColumn.BAD);
        units = new JudgedColumn(lists.units()::of);
        regions = new JudgedColumn(t -> judgement.isRegion(t) ? lists.regions().of(t) : JudgedColumn.BAD);
        sexes = new JudgedColumn(judgement::sex);
        years = new JudgedColumn(judgement::born);
        pathways =
                new JudgedColumn(t -> judgement.isPrefix(t) ? lists.pathways().of(t) : JudgedColumn.BAD);
        sources = new JudgedColumn(this::newSource);
        statuses = new JudgedColumn(judgement::status);
    }

    private int newSource(String text) {
        int number = lists.sources().of(text);
        if (number >= seedHigh.length) {
            seedHigh = Arrays.copyOf(seedHigh, 2 * number);
            seedLow = Arrays.copyOf(seedLow, 2 * number);
        }
        var seed = EventBatch.sourceSeed(text);
        seedHigh[number] = seed.high();
        seedLow[number] = seed.low();
        return number;
    }

    EventLists lists() {
        return lists;
    }

    PersonQueue persons() {
        return waiting;
    }

    /// Whether a new reader should take over, so that no column's numbers run out.
    boolean nearlyFull() {
        return lists.nearlyFull()
                || Math.max(regions.size(), Math.max(codes.size(), sources.size())) > 100_000
                || Math.max(sexes.size(), Math.max(years.size(), Math.max(pathways.size(), statuses.size()))) > 100_000;
    }

    /// What comes next goes into a new batch.
    void begin(int expectedRows) {
        batch = new EventBatch(lists, expectedRows);
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

    /// Reads the row that the scanner stands on.
    void read(RowScanner row, long line) {
        rows++;
        byte[] text = row.text;
        int[] from = row.from;
        int[] to = row.to;
        if (row.values != header.width() && !fits(row)) {
            var why = row.quoteOpen ? Reasons.QUOTE_NEVER_CLOSED : Reasons.wrongWidth(row.values, header.width());
            objections.add(new Objection(line, "", shown(row), why));
            return;
        }
        int personFrom = from[person];
        int personTo = to[person];
        if (row.zeroByte || row.quoteInQuotes || row.quoteOpen) {
            var why = row.quoteOpen
                    ? Reasons.QUOTE_NEVER_CLOSED
                    : row.zeroByte ? Reasons.ZERO_BYTE : Reasons.QUOTE_IN_QUOTES;
            objections.add(new Objection(line, "", shown(row), why));
            waiting.mention(text, personFrom, personTo, line);
            return;
        }
        int timeFrom = from[time];
        int day = Times.day(text, timeFrom, to[time]);
        if (day == Times.UNREADABLE) {
            day = dayAmongSpaces(text, timeFrom, to[time]);
        }
        int code = judged(codes, this.code, text, from, to);
        int unit = judged(units, this.unit, text, from, to);
        int region = judged(regions, this.region, text, from, to);
        int home = judged(regions, homeRegion, text, from, to);
        int sex = judged(sexes, this.sex, text, from, to);
        int born = judged(years, this.born, text, from, to);
        int pathway = judged(pathways, this.pathway, text, from, to);
        int source = judged(sources, this.source, text, from, to);
        int status = judged(statuses, this.status, text, from, to);
        long learnt = registered < 0 ? EventBatch.UNKNOWN : registered(text, from[registered], to[registered]);
        if ((code | unit | region | home | sex | born | pathway | source | status) < 0
                || day == Times.UNREADABLE
                || (day > today && status != Judgement.PLANNED)
                || learnt == Times.UNREADABLE_INSTANT
                || !PersonQueue.canBe(text, personFrom, personTo)
                || !shortEnough(from, to)) {
            object(row, line, day, status, learnt);
            waiting.mention(text, personFrom, personTo, line);
            return;
        }
        if (home != lastHome || sex != lastSex || born != lastBorn) {
            lastTraits = lists.traits(home, sex, born);
            lastHome = home;
            lastSex = sex;
            lastBorn = born;
        }
        int at = batch.add(0, code, day, unit, region, lastTraits);
        waiting.add(batch, at, text, personFrom, personTo, line, row.copied);
        if (pathway != 0) {
            batch.pathway(at, pathway);
        }
        if (ref >= 0) {
            batch.ref(at, refOf(text, from[ref], to[ref]));
        }
        if (status != Judgement.DONE) {
            batch.status(at, status == Judgement.PLANNED ? CareEvent.Status.PLANNED : CareEvent.Status.WITHDRAWN);
        }
        if (learnt != EventBatch.UNKNOWN) {
            batch.registered(at, learnt);
        }
        if (id >= 0 && from[id] < to[id]) {
            identify(at, source, text, from[id], to[id]);
        }
        if (idsKept) {
            batch.source(at, source);
        }
    }

    private void identify(int at, int source, byte[] text, int idFrom, int idTo) {
        int start = start(text, idFrom, idTo);
        int end = end(text, start, idTo);
        int length = end - start;
        if (length == 0) {
            return;
        }
        if (length <= 16) {
            long high = seedHigh[source] + length;
            long low = seedLow[source];
            long first = TextIndex.first(text, start, length);
            long second = TextIndex.second(text, start, length);
            batch.identity(at, Fingerprint.high(high, low, first, second), Fingerprint.low(high, low, first, second));
        } else {
            var identity = Fingerprint.of(seedHigh[source], seedLow[source], text, start, end);
            batch.identity(at, identity.high(), identity.low());
        }
        if (idsKept) {
            batch.id(at, text, start, end);
        }
    }

    /// Refs are many: they are told apart by their bytes, without the spaces around them.
    private int refOf(byte[] text, int refFrom, int refTo) {
        int start = start(text, refFrom, refTo);
        int end = end(text, start, refTo);
        return lists.refs().of(text, start, end);
    }

    /// Notes a row that could not even be cut into values.
    void reject(long line, String value, Sentence why) {
        rows++;
        objections.add(new Objection(line, "", value, why));
    }

    /// A row may be followed by empty values, as spreadsheets leave them.
    private boolean fits(RowScanner row) {
        boolean fits = row.values > header.width();
        for (int i = header.width(); i < row.values; i++) {
            fits &= row.from[i] == row.to[i];
        }
        return fits;
    }

    private boolean shortEnough(int[] from, int[] to) {
        return (id < 0 || to[id] - from[id] <= JudgedColumn.MOST)
                && (ref < 0 || to[ref] - from[ref] <= JudgedColumn.MOST);
    }

    private static int dayAmongSpaces(byte[] text, int from, int to) {
        int start = start(text, from, to);
        int end = end(text, start, to);
        return end - start == to - from ? Times.UNREADABLE : Times.day(text, start, end);
    }

    private static long registered(byte[] text, int from, int to) {
        int start = start(text, from, to);
        int end = end(text, start, to);
        return start == end ? EventBatch.UNKNOWN : Times.micros(text, start, end);
    }

    /// Spaces and control characters around a value do not belong to it.
    static boolean isSpace(byte b) {
        return b >= 0 && b <= ' ';
    }

    /// Where a value starts after the spaces before it.
    private static int start(byte[] text, int from, int to) {
        int start = from;
        while (start < to && isSpace(text[start])) {
            start++;
        }
        return start;
    }

    private static int end(byte[] text, int from, int to) {
        int end = to;
        while (end > from && isSpace(text[end - 1])) {
            end--;
        }
        return end;
    }

    private String shown(RowScanner row) {
        return Shown.value(row.text, row.from[0], row.to[row.values - 1]);
    }

    /// Notes every reason against a row.
    private void object(RowScanner row, long line, int day, int status, long learnt) {
        for (var column : Column.values()) {
            int place = header.place(column);
            if (place < 0) {
                continue;
            }
            int start = row.from[place];
            int end = row.to[place];
            var value = Shown.value(row.text, start, end);
            boolean good = switch (column) {
                case PERSON -> PersonQueue.canBe(row.text, start, end);
                case CODE -> codes.of(row.text, start, end) >= 0;
                case TIME -> day != Times.UNREADABLE;
                case UNIT -> units.of(row.text, start, end) >= 0;
                case REGION, HOME_REGION -> regions.of(row.text, start, end) >= 0;
                case SEX -> sexes.of(row.text, start, end) >= 0;
                case BORN -> years.of(row.text, start, end) >= 0;
                case PATHWAY -> pathways.of(row.text, start, end) >= 0;
                case SOURCE -> sources.of(row.text, start, end) >= 0;
                case STATUS -> status >= 0;
                case REGISTERED -> learnt != Times.UNREADABLE_INSTANT;
                case ID, REF -> end - start <= JudgedColumn.MOST;
            };
            if (!good) {
                objections.add(new Objection(line, column.header(), value, judgement.objection(column, value)));
            } else if (column == Column.TIME && day > today && status != Judgement.PLANNED) {
                objections.add(new Objection(line, column.header(), value, Reasons.future(value)));
            }
        }
    }
}
