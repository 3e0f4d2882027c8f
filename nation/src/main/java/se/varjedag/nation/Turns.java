package se.varjedag.nation;

import java.util.Arrays;

/// Those who wait, lowest turn first: a binary heap with the turns beside one another, so that comparing touches no
/// patient.
final class Turns {
    private long[] turns = new long[8];
    private Patient[] patients = new Patient[8];
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(long turn, Patient patient) {
        if (size == turns.length) {
            turns = Arrays.copyOf(turns, 2 * size);
            patients = Arrays.copyOf(patients, 2 * size);
        }
        int at = size++;
        while (at > 0 && turns[(at - 1) >>> 1] > turn) {
            int above = (at - 1) >>> 1;
            turns[at] = turns[above];
            patients[at] = patients[above];
            at = above;
        }
        turns[at] = turn;
        patients[at] = patient;
    }

    Patient removeFirst() {
        var first = patients[0];
        size--;
        long turn = turns[size];
        var moved = patients[size];
        int at = 0;
        for (int below = 1; below < size; below = 2 * at + 1) {
            if (below + 1 < size && turns[below + 1] < turns[below]) {
                below++;
            }
            if (turns[below] >= turn) {
                break;
            }
            turns[at] = turns[below];
            patients[at] = patients[below];
            at = below;
        }
        turns[at] = turn;
        patients[at] = moved;
        return first;
    }
}
