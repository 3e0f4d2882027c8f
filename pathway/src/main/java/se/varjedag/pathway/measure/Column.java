package se.varjedag.pathway.measure;

import java.util.Arrays;

/// A column of whole numbers from 0 up, as narrow as the largest of them allows. It is read in batches, so that
/// its width costs nothing to choose.
sealed interface Column {

    /// Writes the values of the rows from one on to the beginning of `values`.
    void read(int fromRow, int count, int[] values);

    /// Writes the values of some rows to the beginning of `values`.
    void read(int[] rows, int count, int[] values);

    /// How many bytes its values take.
    long bytes();

    /// The column of these values.
    static Column of(int[] values) {
        int largest = Arrays.stream(values).max().orElse(0);
        if (largest < 1 << Byte.SIZE) {
            var narrow = new byte[values.length];
            for (int i = 0; i < narrow.length; i++) {
                narrow[i] = (byte) values[i];
            }
            return new Bytes(narrow);
        }
        if (largest <= Character.MAX_VALUE) {
            var narrow = new char[values.length];
            for (int i = 0; i < narrow.length; i++) {
                narrow[i] = (char) values[i];
            }
            return new Chars(narrow);
        }
        return new Ints(values.clone());
    }

    /// Values below 256.
    final class Bytes implements Column {
        private static final int UNSIGNED = 0xFF;

        private final byte[] column;

        private Bytes(byte[] column) {
            this.column = column;
        }

        @Override
        public void read(int fromRow, int count, int[] values) {
            for (int i = 0; i < count; i++) {
                values[i] = column[fromRow + i] & UNSIGNED;
            }
        }

        @Override
        public void read(int[] rows, int count, int[] values) {
            for (int i = 0; i < count; i++) {
                values[i] = column[rows[i]] & UNSIGNED;
            }
        }

        @Override
        public long bytes() {
            return column.length;
        }
    }

    /// Values below 65 536.
    final class Chars implements Column {
        private final char[] column;

        private Chars(char[] column) {
            this.column = column;
        }

        @Override
        public void read(int fromRow, int count, int[] values) {
            for (int i = 0; i < count; i++) {
                values[i] = column[fromRow + i];
            }
        }

        @Override
        public void read(int[] rows, int count, int[] values) {
            for (int i = 0; i < count; i++) {
                values[i] = column[rows[i]];
            }
        }

        @Override
        public long bytes() {
            return 2L * column.length;
        }
    }

    /// All other values.
    final class Ints implements Column {
        private final int[] column;

        private Ints(int[] column) {
            this.column = column;
        }

        @Override
        public void read(int fromRow, int count, int[] values) {
            System.arraycopy(column, fromRow, values, 0, count);
        }

        @Override
        public void read(int[] rows, int count, int[] values) {
            for (int i = 0; i < count; i++) {
                values[i] = column[rows[i]];
            }
        }

        @Override
        public long bytes() {
            return 4L * column.length;
        }
    }
}
