package se.varjedag.app.web.pdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks a font in WOFF 1.0, in which browsers take it, to the tables that a PDF holds (W3C, WOFF File Format 1.0).
/// The
/// table of ligatures is left out: their letters could not be read from the PDF again.
final class Woff {
    private static final int SIGNATURE = 0x774F4646;
    private static final int HEAD = 44;
    private static final int ENTRY = 16;
    private static final int START = 12;
    private static final int LIGATURES = 0x47535542;

    private Woff() {}

    /// A table: its name, where it lies packed and how long it is, and its sum.
    private record Table(int tag, int offset, int packed, int length, int sum) {
        int padded() {
            return (length + 3) & ~3;
        }
    }

    /// The font as TrueType or OpenType.
    ///
    /// @throws IOException where it is no WOFF, or broken
    static byte[] unpacked(byte[] woff) throws IOException {
        var in = ByteBuffer.wrap(woff);
        if (woff.length < HEAD || in.getInt() != SIGNATURE) {
            throw new IOException("The font is no WOFF.");
        }
        int flavour = in.getInt();
        in.getInt();
        int count = in.getShort();
        in.position(HEAD);
        var tables = new ArrayList<Table>();
        int size = START;
        for (int i = 0; i < count; i++) {
            var table = new Table(in.getInt(), in.getInt(), in.getInt(), in.getInt(), in.getInt());
            if (table.tag != LIGATURES) {
                tables.add(table);
                size += ENTRY + table.padded();
            }
        }
        var out = ByteBuffer.allocate(size);
        int power = Integer.highestOneBit(tables.size());
        out.putInt(flavour)
                .putShort((short) tables.size())
                .putShort((short) (ENTRY * power))
                .putShort((short) Integer.numberOfTrailingZeros(power))
                .putShort((short) (ENTRY * (tables.size() - power)));
        int at = START + ENTRY * tables.size();
        for (var table : tables) {
            out.putInt(table.tag).putInt(table.sum).putInt(at).putInt(table.length);
            at += table.padded();
        }
        for (var table : tables) {
            out.put(inflated(woff, table)).position((out.position() + 3) & ~3);
        }
        return out.array();
    }

    private static byte[] inflated(byte[] woff, Table table) throws IOException {
        var plain = new byte[table.length];
        if (table.packed == table.length) {
            System.arraycopy(woff, table.offset, plain, 0, table.length);
            return plain;
        }
        try (var inflater = new Inflater()) {
            inflater.setInput(woff, table.offset, table.packed);
            if (inflater.inflate(plain) != table.length) {
                throw new IOException("The font ends too early.");
            }
            return plain;
        } catch (DataFormatException e) {
            throw new IOException("The font is broken.", e);
        }
    }
}
