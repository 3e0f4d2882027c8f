package se.varjedag.eventlog.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.varjedag.pathway.event.EventBatch;

/// Reads the rows of a file, or of a part of it, buffer by buffer.
final class PartReader {
    /// After so many rows a new batch begins.
    private static final int BATCH = 1 << 18;

    /// Sizes in bytes, small in tests.
    ///
    /// @param buffer how much is read at a time
    /// @param part how much of a file one thread takes at a time
    /// @param mostRow the longest row
    record Sizes(int buffer, int part, int mostRow) {
        static final Sizes USUAL = new Sizes(1 << 19, 1 << 24, 1 << 24);
    }

    /// What a part held.
    ///
    /// Offsets count from the start of the file.
    ///
    /// @param first where its first row began; -1 where no line end was found to begin after
    /// @param end where the first row after it begins
    /// @param lines line ends between the two
    record Part(long first, long end, long lines, long rows, List<EventBatch> batches, boolean utf8) {}

    /// Hears of rows that cannot be used.
    interface Objections {
        /// Hears of some more.
        ///
        /// @param objections with lines counted from the part's first row as 1
        /// @param bytes how far the part has been read
        void heard(List<RowReader.Objection> objections, long bytes);
    }

    private final Header header;
    private final Judgement judgement;
    private final boolean idsKept;
    private final Sizes sizes;
    private final RowScanner scanner;
    private final PlainRows plain;
    private final List<RowReader> readers = new ArrayList<>();
    private final List<EventBatch> batches = new ArrayList<>();
    private RowReader reader;
    private byte[] buffer;
    private int at;
    private int filled;
    private boolean last;
    /// Offset of the buffer's first byte.
    private long base;
    private long line;
    private int part;
    private long limit;
    private double bytesPerRow = 60;

    PartReader(Header header, Judgement judgement, boolean idsKept, Sizes sizes) {
        this.header = header;
        this.judgement = judgement;
        this.idsKept = idsKept;
        this.sizes = sizes;
        scanner = new RowScanner(header.separator());
        plain = new PlainRows(header.separator(), header.width());
        buffer = new byte[sizes.buffer() + RowScanner.SLACK];
        reader = newReader();
    }

    private RowReader newReader() {
        reader = new RowReader(header, judgement, idsKept, plain);
        readers.add(reader);
        reader.persons().part(part);
        return reader;
    }

    /// All readers that took part: their lists hold what was read.
    List<RowReader> readers() {
        return readers;
    }

    /// Reads the rows that begin between `from` and `limit`.
    ///
    /// @param part its number
    /// @param from where the source stands; unless `atRow`, the first row begins after the next line end
    /// @param bytes how much is expected to come
    Part read(ByteSource source, int part, long from, long limit, boolean atRow, long bytes, Objections objections)
            throws IOException {
        this.part = part;
        this.limit = limit;
        base = from;
        at = 0;
        filled = 0;
        last = false;
        line = 1;
        batches.clear();
        reader.persons().part(part);
        reader.begin((int) Math.min(BATCH + BATCH / 4, bytes / bytesPerRow * 1.03 + 64));
        fill(source);
        long first = atRow ? from : firstRow();
        boolean utf8 = true;
        long rows = 0;
        while (first >= 0 && base + at < limit && (at < filled || !last)) {
            int before = at;
            scanner.seen = 0;
            plain.seen = 0;
            readRows();
            reader.persons().settle(reader.batch(), buffer);
            utf8 &= ((scanner.seen | plain.seen) & Utf8.HIGHS) == 0 || Utf8.isValid(buffer, before, at);
            if (at == 0 && filled > room() - ByteSource.LEAST) {
                makeRoomOrPass(source);
            }
            rows += reader.takeRows();
            objections.heard(reader.takeObjections(), base + at - from);
            if (reader.batch().size() >= BATCH || reader.nearlyFull()) {
                nextBatch();
            }
            if (base + at < limit && !last) {
                System.arraycopy(buffer, at, buffer, 0, filled - at);
                base += at;
                filled -= at;
                at = 0;
                fill(source);
            }
        }
        if (reader.batch().size() > 0) {
            bytesPerRow =
                    Math.max(8, (double) (base + at - first) / reader.batch().size());
            batches.add(reader.batch());
        }
        return new Part(first, base + at, line - 1, rows, List.copyOf(batches), utf8);
    }

    private void nextBatch() {
        if (reader.batch().size() > 0) {
            batches.add(reader.batch());
        }
        if (reader.nearlyFull()) {
            newReader();
        }
        reader.begin(BATCH + BATCH / 4);
    }

    private int room() {
        return buffer.length - RowScanner.SLACK;
    }

    /// Reads what the buffer holds, or up to the limit; a little more at each call once that is reached.
    private void fill(ByteSource source) throws IOException {
        while (!last && filled < room()) {
            int read = source.read(buffer, filled, room() - filled);
            last = read < 0;
            filled += Math.max(0, read);
            if (read == 0 || base + filled >= limit) {
                break;
            }
        }
        buffer[filled] = '\n';
    }

    /// Goes to the row after the next line end before the limit.
    private long firstRow() {
        while (base + at < limit && at < filled) {
            byte b = buffer[at++];
            if (b == '\n' || (b == '\r' && (at >= filled || buffer[at] != '\n'))) {
                return base + at;
            }
        }
        return -1;
    }

    private void readRows() {
        int to = (int) Math.min(filled, limit - base);
        plain.begin();
        while (at < to) {
            if (plain.find(buffer, at, filled, to)) {
                reader.read(buffer, line, scanner);
                line += plain.rows;
                at = plain.next;
                continue;
            }
            var found = scanner.next(buffer, at, filled, last);
            if (found == RowScanner.Found.CUT_OFF) {
                return;
            }
            if (found == RowScanner.Found.ROW) {
                reader.read(scanner, line);
            }
            line += scanner.lines;
            at = scanner.next;
        }
    }

    /// A row that fills the whole buffer gets a larger one, up to a point; from there on it is passed over.
    private void makeRoomOrPass(ByteSource source) throws IOException {
        if (room() < sizes.mostRow()) {
            buffer = Arrays.copyOf(buffer, Math.min(sizes.mostRow(), 2 * room()) + RowScanner.SLACK);
            return;
        }
        reader.reject(line, Shown.value(buffer, at, filled), Reasons.tooLongRow(sizes.mostRow()));
        var passing = new PassedRow((byte) header.separator());
        at = passing.pass(buffer, at, filled);
        while (!passing.ended() && !last) {
            base += filled;
            filled = 0;
            fill(source);
            at = passing.pass(buffer, 0, filled);
        }
        line += passing.lines();
    }
}
