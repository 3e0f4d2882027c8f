package se.varjedag.pathway.prognosis;

/// Where a patient stands: in which pathway, at which point, how long since it was reached, and who has the patient.
/// Packed into one number that sorts by these in turn, so that a wider circle is a prefix.
final class Situation {

    /// The days since the latest point from which patients are alike until the next of them.
    private static final int[] SINCE = {0, 2, 4, 7, 9, 11, 14, 17, 21, 25, 28, 35, 42, 56, 70};

    /// How many of the lowest bits a circle leaves out.
    static final int UNIT = 0;

    static final int REGION = 20;
    static final int SVF = 30;

    private Situation() {}

    /// The class of so many days since the latest point.
    static int since(int days) {
        int since = SINCE.length - 1;
        while (SINCE[since] > days) {
            since--;
        }
        return since;
    }

    static int classes() {
        return SINCE.length;
    }

    /// The first day of a class.
    static int firstDay(int since) {
        return SINCE[since];
    }

    static long of(int definition, int place, int since, int region, int unit) {
        return ((((long) definition << 4 | place) << 4 | since) << 10 | region) << REGION | unit;
    }

    /// The situation, whatever pathway, region and unit.
    static int anyPathway(long situation) {
        return (int) (situation >>> SVF) & 0xff;
    }
}
