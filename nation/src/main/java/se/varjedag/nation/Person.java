package se.varjedag.nation;

/// A synthetic person: a pseudonym of letters and digits after `S-`, where somebody could live, be born and be.
final class Person {
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final long FORTY_BITS = (1L << 40) - 1;

    final long number;
    final int home;
    final boolean female;
    final int born;
    private String id = "";
    private int rows;
    boolean dead;

    Person(long number, int home, boolean female, int born) {
        this.number = number;
        this.home = home;
        this.female = female;
        this.born = born;
    }

    /// One to one from 40 bits to 40 bits: multiplication by an odd number and a shift both are.
    static long scatter(long number, long seed) {
        long scattered = (number ^ Chance.mix(seed)) & FORTY_BITS;
        for (int round = 0; round < 3; round++) {
            scattered = (scattered * 0x9E3779B97F4A7C15L) & FORTY_BITS;
            scattered ^= scattered >>> 21;
        }
        return scattered;
    }

    String id() {
        if (id.isEmpty()) {
            var signs = new char[10];
            signs[0] = 'S';
            signs[1] = '-';
            for (int at = 0; at < 8; at++) {
                signs[2 + at] = SIGNS.charAt((int) (number >>> (5 * (7 - at))) & 31);
            }
            id = new String(signs);
        }
        return id;
    }

    int nextRow() {
        return ++rows;
    }
}
