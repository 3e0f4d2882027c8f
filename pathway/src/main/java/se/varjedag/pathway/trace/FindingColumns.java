package se.varjedag.pathway.trace;

import java.util.Arrays;
import se.varjedag.pathway.trace.Finding.Kind;

/// What one range of persons gave rise to: always a count of each kind, and the findings themselves when asked for.
@SuppressWarnings("EnumOrdinal") // The ordinal is a cell of a column that lives no longer than the program.
final class FindingColumns {

    static final int NO_START = Integer.MIN_VALUE;

    private static final Kind[] KINDS = Kind.values();

    private final boolean listed;
    private final long[] counts = new long[KINDS.length];
    private byte[] kind = {};
    private int[] person = {};
    private int[] row = {};
    private short[] definition = {};
    private int[] start = {};
    private int size;

    FindingColumns(boolean listed) {
        this.listed = listed;
    }

    void add(Kind found, int ofPerson, int atRow, int ofDefinition, int startDay) {
        counts[found.ordinal()]++;
        if (!listed) {
            return;
        }
        if (size == kind.length) {
            grow(Math.max(64, size + (size >> 1)));
        }
        kind[size] = (byte) found.ordinal();
        person[size] = ofPerson;
        row[size] = atRow;
        definition[size] = (short) ofDefinition;
        start[size] = startDay;
        size++;
    }

    private void grow(int capacity) {
        kind = Arrays.copyOf(kind, capacity);
        person = Arrays.copyOf(person, capacity);
        row = Arrays.copyOf(row, capacity);
        definition = Arrays.copyOf(definition, capacity);
        start = Arrays.copyOf(start, capacity);
    }

    long count(Kind of) {
        return counts[of.ordinal()];
    }

    int size() {
        return size;
    }

    Kind kind(int i) {
        return KINDS[kind[i]];
    }

    int person(int i) {
        return person[i];
    }

    int row(int i) {
        return row[i];
    }

    int definition(int i) {
        return definition[i];
    }

    int start(int i) {
        return start[i];
    }
}
