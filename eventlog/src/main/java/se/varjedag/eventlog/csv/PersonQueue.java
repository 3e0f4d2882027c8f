package se.varjedag.eventlog.csv;

import java.util.Arrays;
import se.varjedag.pathway.event.EventBatch;
import se.varjedag.pathway.event.TextIndex;

/// Persons of the rows just read, numbered many at a time: a file has so many persons that each look-up waits for
/// memory, and a hundred waits at the same time cost little more than one.
final class PersonQueue {
    private static final int TOGETHER = 64;

    private final TextIndex persons;
    private long[] first = new long[1 << 12];
    private long[] second = new long[1 << 12];
    private long[] hash = new long[1 << 12];
    private int[] from = new int[1 << 12];
    private byte[] length = new byte[1 << 12];
    private int[] row = new int[1 << 12];
    private long[] line = new long[1 << 12];
    private final long[] slots = new long[TOGETHER];
    private int size;
    private long touched;

    /// Where each person was first met: the part of the file, and the line within the part.
    private long[] firstLine = new long[1 << 8];
    private int lastMet;
    private long part;

    PersonQueue(TextIndex persons) {
        this.persons = persons;
    }

    /// Whether there is something to be a person, and not too much of it.
    static boolean canBe(byte[] text, int from, int to) {
        int length = to - from;
        if (length > 0 && length <= JudgedColumn.MOST && !RowColumns.isSpace(text[from])) {
            return true;
        }
        int start = from;
        while (start < to && RowColumns.isSpace(text[start])) {
            start++;
        }
        return start < to && length <= JudgedColumn.MOST;
    }

    void part(int part) {
        this.part = (long) part << 40;
    }

    /// Numbers the person of a row: now, or at the latest when [#settle] is called, before the buffer changes.
    void add(EventBatch batch, int row, byte[] text, int from, int to, long line, boolean now) {
        int bytes = to - from;
        if (now || bytes > 16) {
            batch.person(row, number(text, from, to, line));
            return;
        }
        if (size == first.length) {
            first = Arrays.copyOf(first, 2 * size);
            second = Arrays.copyOf(second, 2 * size);
            hash = Arrays.copyOf(hash, 2 * size);
            this.from = Arrays.copyOf(this.from, 2 * size);
            length = Arrays.copyOf(length, 2 * size);
            this.row = Arrays.copyOf(this.row, 2 * size);
            this.line = Arrays.copyOf(this.line, 2 * size);
        }
        first[size] = TextIndex.first(text, from, bytes);
        second[size] = TextIndex.second(text, from, bytes);
        hash[size] = TextIndex.hash(first[size], second[size]);
        this.from[size] = from;
        length[size] = (byte) bytes;
        this.row[size] = row;
        this.line[size] = line;
        size++;
    }

    /// Takes note of the person of a row that is not used: it too says what kind of names the file has.
    void mention(byte[] text, int from, int to, long line) {
        if (to - from <= JudgedColumn.MOST) {
            number(text, from, to, line);
        }
    }

    private int number(byte[] text, int from, int to, long line) {
        return met(persons.of(text, from, to), line);
    }

    /// Notes where a person was first met.
    private int met(int number, long line) {
        if (number > lastMet) {
            lastMet = number;
            if (number >= firstLine.length) {
                firstLine = Arrays.copyOf(firstLine, 2 * number);
            }
            firstLine[number] = part | line;
        }
        return number;
    }

    /// Numbers all that wait. Their names stand in `text`.
    void settle(EventBatch batch, byte[] text) {
        long before0 = 0;
        long before1 = 0;
        int number = 0;
        for (int group = 0; group < size; group += TOGETHER) {
            int end = Math.min(size, group + TOGETHER);
            // First the places where persons would be found, then the names that are there.
            for (int i = group; i < end; i++) {
                slots[i - group] = persons.touch(hash[i]);
            }
            for (int i = group; i < end; i++) {
                touched += persons.touchText(slots[i - group]);
            }
            for (int i = group; i < end; i++) {
                if (first[i] != before0 || second[i] != before1) {
                    before0 = first[i];
                    before1 = second[i];
                    number = met(persons.of(hash[i], before0, before1, text, from[i], from[i] + length[i]), line[i]);
                }
                batch.person(row[i], number);
            }
        }
        size = 0;
    }

    long firstLine(int number) {
        return firstLine[number];
    }

    /// Keeps the reading ahead from being taken for idle.
    long touched() {
        return touched;
    }
}
