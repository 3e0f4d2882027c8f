package se.varjedag.eventlog.csv;

import java.util.Arrays;
import se.varjedag.pathway.event.CareEvent;
import se.varjedag.pathway.event.EventBatch;
import se.varjedag.pathway.event.EventLists;
import se.varjedag.pathway.event.Fingerprint;
import se.varjedag.pathway.event.TextIndex;

/// The columns of a file: where each stands, and what its values were found to mean.
final class RowColumns {
    final Header header;
    final Judgement judgement;
    final boolean idsKept;
    final EventLists lists = new EventLists();
    final int today;
    final int person;
    final int code;
    final int time;
    final int unit;
    final int region;
    final int homeRegion;
    final int sex;
    final int born;
    final int pathway;
    final int source;
    final int id;
    final int status;
    final int registered;
    final int ref;

    final JudgedColumn codes;
    final JudgedColumn units;
    final JudgedColumn regions;
    final JudgedColumn sexes;
    final JudgedColumn years;
    final JudgedColumn pathways;
    final JudgedColumn sources;
    final JudgedColumn statuses;

    private long[] seedHigh = new long[16];
    private long[] seedLow = new long[16];
    private int lastTraits;
    private int lastHome;
    private int lastSex;
    private int lastBorn;

    RowColumns(Header header, Judgement judgement, boolean idsKept) {
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

    /// Whether a new reader should take over, so that no column's numbers run out.
    boolean nearlyFull() {
        return lists.nearlyFull()
                || Math.max(regions.size(), Math.max(codes.size(), sources.size())) > 100_000
                || Math.max(sexes.size(), Math.max(years.size(), Math.max(pathways.size(), statuses.size()))) > 100_000;
    }

    /// The number of what a row says of its person.
    int traits(int home, int sex, int born) {
        if (home != lastHome || sex != lastSex || born != lastBorn) {
            lastTraits = lists.traits(home, sex, born);
            lastHome = home;
            lastSex = sex;
            lastBorn = born;
        }
        return lastTraits;
    }

    static int day(byte[] text, int from, int to) {
        int day = Times.day(text, from, to);
        if (day != Times.UNREADABLE) {
            return day;
        }
        int start = start(text, from, to);
        int end = end(text, start, to);
        return end - start == to - from ? Times.UNREADABLE : Times.day(text, start, end);
    }

    void status(EventBatch batch, int at, int status) {
        if (status != Judgement.DONE) {
            batch.status(at, status == Judgement.PLANNED ? CareEvent.Status.PLANNED : CareEvent.Status.WITHDRAWN);
        }
    }

    /// Gives a row of a batch its id.
    void id(EventBatch batch, int at, int source, byte[] text, int idFrom, int idTo) {
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
    void ref(EventBatch batch, int at, byte[] text, int refFrom, int refTo) {
        int start = start(text, refFrom, refTo);
        int end = end(text, start, refTo);
        batch.ref(at, lists.refs().of(text, start, end));
    }

    static long registered(byte[] text, int from, int to) {
        int start = start(text, from, to);
        int end = end(text, start, to);
        return start == end ? EventBatch.UNKNOWN : Times.micros(text, start, end);
    }

    /// Spaces and control characters around a value do not belong to it.
    static boolean isSpace(byte b) {
        return b >= 0 && b <= ' ';
    }

    /// Where a value starts after the spaces before it.
    static int start(byte[] text, int from, int to) {
        int start = from;
        while (start < to && isSpace(text[start])) {
            start++;
        }
        return start;
    }

    static int end(byte[] text, int from, int to) {
        int end = to;
        while (end > from && isSpace(text[end - 1])) {
            end--;
        }
        return end;
    }
}
