package se.varjedag.eventlog.csv;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import se.varjedag.pathway.event.EventBatch;

/// Reads plain rows column by column: each column in a loop of its own, short enough to be compiled at once, and with
/// many look-ups under way at the same time. Rows that may not be as they should are only marked: [RowReader] looks at
/// them one by one.
final class ManyRows {
    private final RowColumns columns;
    private final PlainRows rows;
    /// Negative where a row has to be looked at by itself.
    private int[] odd = new int[0];
    private int[] code = new int[0];
    private int[] day = new int[0];
    private int[] unit = new int[0];
    private int[] region = new int[0];
    private int[] home = new int[0];
    private int[] sex = new int[0];
    private int[] born = new int[0];
    private int[] pathway = new int[0];
    private int[] source = new int[0];
    private int[] status = new int[0];
    private int[] traits = new int[0];
    private long[] learnt = new long[0];
    private List<FewValued> fewValued = List.of();

    /// @param rows what is found time after time
    ManyRows(RowColumns columns, PlainRows rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /// Judges every value of the rows found last.
    void judge(byte[] text) {
        if (odd.length < rows.rows) {
            makeRoom(rows.rows + rows.rows / 4 + 16);
        }
        Arrays.fill(odd, 0, rows.rows, 0);
        judgePersons(text);
        judgeDays(text);
        for (var values : fewValued) {
            values.column.of(text, rows, values.place, values.verdicts, odd);
        }
        judgeLengths(columns.id);
        judgeLengths(columns.ref);
        if (columns.registered >= 0) {
            judgeRegistered(text);
        }
        number();
    }

    /// Numbers what the rows say of their persons.
    private void number() {
        for (int row = 0; row < rows.rows; row++) {
            traits[row] = odd[row] < 0 ? 0 : columns.traits(home[row], sex[row], born[row]);
        }
    }

    private void makeRoom(int most) {
        odd = new int[most];
        code = new int[most];
        day = new int[most];
        unit = new int[most];
        region = new int[most];
        home = new int[most];
        sex = new int[most];
        born = new int[most];
        pathway = new int[most];
        source = new int[most];
        status = new int[most];
        traits = new int[most];
        learnt = new long[columns.registered < 0 ? 0 : most];
        fewValued = fewValued();
    }

    /// A column of the file with few different values.
    private static final class FewValued {
        private final JudgedColumn column;
        private final int place;
        private final int[] verdicts;

        FewValued(JudgedColumn column, int place, int[] verdicts) {
            this.column = column;
            this.place = place;
            this.verdicts = verdicts;
        }
    }

    private List<FewValued> fewValued() {
        return Stream.of(
                        new FewValued(columns.codes, columns.code, code),
                        new FewValued(columns.units, columns.unit, unit),
                        new FewValued(columns.regions, columns.region, region),
                        new FewValued(columns.regions, columns.homeRegion, home),
                        new FewValued(columns.sexes, columns.sex, sex),
                        new FewValued(columns.years, columns.born, born),
                        new FewValued(columns.pathways, columns.pathway, pathway),
                        new FewValued(columns.sources, columns.source, source),
                        new FewValued(columns.statuses, columns.status, status))
                .filter(values -> values.place >= 0)
                .toList();
    }

    private void judgePersons(byte[] text) {
        for (int row = 0; row < rows.rows; row++) {
            int from = rows.from(row, columns.person);
            int length = rows.to(row, columns.person) - from;
            // An empty name, a very long one, or one that begins with a space.
            odd[row] |= (length - 1) | (JudgedColumn.MOST - length) | (RowColumns.isSpace(text[from]) ? -1 : 0);
        }
    }

    private void judgeDays(byte[] text) {
        for (int row = 0; row < rows.rows; row++) {
            int at = Times.day(text, rows.from(row, columns.time), rows.to(row, columns.time));
            day[row] = at;
            // Unreadable, long ago or in the future.
            odd[row] |= at | (columns.today - at);
        }
    }

    private void judgeLengths(int place) {
        for (int row = 0; place >= 0 && row < rows.rows; row++) {
            odd[row] |= JudgedColumn.MOST - (rows.to(row, place) - rows.from(row, place));
        }
    }

    private void judgeRegistered(byte[] text) {
        for (int row = 0; row < rows.rows; row++) {
            int from = rows.from(row, columns.registered);
            learnt[row] = RowColumns.registered(text, from, rows.to(row, columns.registered));
            odd[row] |= learnt[row] == Times.UNREADABLE_INSTANT ? -1 : 0;
        }
    }

    /// The first row from `row` on that has to be looked at by itself; the number of rows where there is none.
    int firstOdd(int row) {
        int at = row;
        while (at < rows.rows && odd[at] >= 0) {
            at++;
        }
        return at;
    }

    /// Adds the rows from `first` up to and without `end` to a batch.
    ///
    /// @param line of row 0
    void add(int first, int end, byte[] text, long line, EventBatch batch, PersonQueue waiting) {
        if (first == end) {
            return;
        }
        int shift = batch.addAll(first, end, code, day, unit, region, traits) - first;
        for (int row = first; row < end; row++) {
            int from = rows.from(row, columns.person);
            waiting.add(batch, row + shift, text, from, rows.to(row, columns.person), line + row, false);
        }
        if (columns.id >= 0) {
            for (int row = first; row < end; row++) {
                int from = rows.from(row, columns.id);
                columns.id(batch, row + shift, source[row], text, from, rows.to(row, columns.id));
            }
        }
        if (columns.ref >= 0) {
            for (int row = first; row < end; row++) {
                columns.ref(batch, row + shift, text, rows.from(row, columns.ref), rows.to(row, columns.ref));
            }
        }
        if (columns.pathway >= 0 || columns.status >= 0 || columns.registered >= 0 || columns.idsKept) {
            addRest(first, end, batch, shift);
        }
    }

    private void addRest(int first, int end, EventBatch batch, int shift) {
        for (int row = first; row < end; row++) {
            batch.pathway(row + shift, pathway[row]);
            columns.status(batch, row + shift, status[row]);
            if (columns.registered >= 0) {
                batch.registered(row + shift, learnt[row]);
            }
            if (columns.idsKept) {
                batch.source(row + shift, source[row]);
            }
        }
    }
}
