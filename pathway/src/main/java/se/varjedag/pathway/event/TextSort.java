package se.varjedag.pathway.event;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Sorts the texts of several lists byte by byte, and numbers those that differ.
///
/// The bits that differ between any two texts, taken in order, sort as the texts do. As many of them as fit beside
/// a number in one word are sorted as plain numbers; those that agree in all of these by the bits that are left.
/// Only texts too long for that are compared themselves. Words are dealt into runs by their first bits, so that a run
/// is sorted and numbered in the processor's cache, by several threads.
final class TextSort {
    /// So many first bits decide on the run.
    private static final int MOST_RUN_BITS = 12;
    /// So many words a run are worth it.
    private static final int RUN = 1 << 10;

    private static final int FEW = 24;

    private final List<Texts> lists;
    /// Items count through the lists: the first text of a list is the item at its start.
    private final int[] starts;
    private final int shares;
    private final long mostItem;
    private final int keyShift;
    private final boolean ties;
    private final Varying varying;
    private final int bits1InKey;
    private final int bits0Left;
    private final int bits1Left;
    private final int runBits;
    private final int runShift;
    private final int[] runStarts;
    private final long[] words;
    /// By item the bits that have no room in its key; none where texts must be compared instead.
    private final long[] rests;

    /// @param starts one more than there are lists: the last is the number of texts, at least one
    TextSort(List<Texts> lists, int[] starts) {
        this.lists = lists;
        this.starts = starts;
        int total = starts[lists.size()];
        shares = Shares.worthWhile(total);
        varying = varying();
        keyShift = 64 - Long.numberOfLeadingZeros(total);
        mostItem = (1L << keyShift) - 1;
        int keyBits = 63 - keyShift;
        int bits0 = Long.bitCount(varying.first);
        int bits1 = Long.bitCount(varying.second);
        bits1InKey = Math.clamp(keyBits - bits0, 0, bits1);
        bits0Left = Math.max(0, bits0 - keyBits);
        bits1Left = bits1 - bits1InKey;
        ties = bits0 + bits1 > keyBits || !varying.whole;
        boolean restIsWhole = varying.whole && bits0Left + bits1Left < 64;
        rests = new long[ties && restIsWhole ? total : 0];
        int usedBits = Math.min(keyBits, bits0 + bits1);
        int worthWhile = 32 - Integer.numberOfLeadingZeros(total / RUN);
        runBits = Math.min(usedBits, Math.min(MOST_RUN_BITS, worthWhile));
        runShift = keyShift + usedBits - runBits;
        runStarts = new int[(1 << runBits) + 1];
        words = dealt(total);
    }

    /// Word by word the bits that are not the same in all texts.
    private record Varying(long first, long second, boolean whole) {
        Varying and(Varying other) {
            return new Varying(first | other.first, second | other.second, whole && other.whole);
        }
    }

    private Varying varying() {
        var texts = lists.stream().filter(list -> list.size() > 1).findFirst().orElseThrow();
        long same0 = texts.word(1, 0);
        long same1 = texts.word(1, 8);
        var found = new Varying[shares];
        Shares.each(shares, share -> {
            var all = new Varying(0, 0, true);
            for (int l = 0; l < lists.size(); l++) {
                all = all.and(varying(lists.get(l), firstOf(l, share), firstOf(l, share + 1), same0, same1));
            }
            found[share] = all;
        });
        return Arrays.stream(found).reduce(Varying::and).orElseThrow();
    }

    private static Varying varying(Texts texts, int from, int to, long same0, long same1) {
        long first = 0;
        long second = 0;
        boolean whole = true;
        for (int i = from; i < to; i++) {
            first |= texts.word(i, 0) ^ same0;
            second |= texts.word(i, 8) ^ same1;
            whole &= texts.length(i) <= 16;
        }
        return new Varying(first, second, whole);
    }

    /// The first text of a list that a share looks at.
    private int firstOf(int list, int share) {
        return 1 + (int) ((long) (lists.get(list).size() - 1) * share / shares);
    }

    /// All texts as words of key and item, dealt into runs.
    private long[] dealt(int total) {
        long[] inOrder = new long[total];
        int[][] places = new int[shares][1 << runBits];
        Shares.each(shares, share -> {
            for (int l = 0; l < lists.size(); l++) {
                writeKeys(lists.get(l), firstOf(l, share), firstOf(l, share + 1), starts[l] - 1, inOrder);
                count(inOrder, firstOf(l, share) + starts[l] - 1, firstOf(l, share + 1) + starts[l] - 1, places[share]);
            }
        });
        int next = 0;
        for (int run = 0; run < 1 << runBits; run++) {
            runStarts[run] = next;
            for (int[] own : places) {
                int count = own[run];
                own[run] = next;
                next += count;
            }
        }
        runStarts[1 << runBits] = next;
        if (runBits == 0) {
            return inOrder;
        }
        long[] dealt = new long[total];
        Shares.each(shares, share -> {
            for (int l = 0; l < lists.size(); l++) {
                int from = firstOf(l, share) + starts[l] - 1;
                deal(inOrder, from, firstOf(l, share + 1) + starts[l] - 1, places[share], dealt);
            }
        });
        return dealt;
    }

    private void writeKeys(Texts texts, int from, int to, int shift, long[] words) {
        for (int i = from; i < to; i++) {
            long bitsOf0 = Long.compress(texts.word(i, 0), varying.first);
            long bitsOf1 = Long.compress(texts.word(i, 8), varying.second);
            int item = i + shift;
            long key = (bitsOf0 >>> bits0Left << bits1InKey) | (bits1InKey == 0 ? 0 : bitsOf1 >>> bits1Left);
            words[item] = (key << keyShift) | item;
            if (rests.length > 0) {
                rests[item] = ((bitsOf0 & ((1L << bits0Left) - 1)) << bits1Left) | (bitsOf1 & ((1L << bits1Left) - 1));
            }
        }
    }

    private void count(long[] words, int from, int to, int[] counts) {
        for (int i = from; i < to; i++) {
            counts[(int) (words[i] >>> runShift)]++;
        }
    }

    private void deal(long[] words, int from, int to, int[] places, long[] dealt) {
        for (int i = from; i < to; i++) {
            long word = words[i];
            dealt[places[(int) (word >>> runShift)]++] = word;
        }
    }

    /// Sorts and numbers: each text gets its place among those that differ, from 1 on.
    ///
    /// @param places by list and number
    /// @param listAt the list of the text at a place, one of those that have it
    /// @param numberAt its number there
    /// @return one more than there are different texts
    int number(int[][] places, int[] listAt, int[] numberAt) {
        int runs = 1 << runBits;
        int[] firstPlace = new int[runs + 1];
        eachRun(run -> firstPlace[run + 1] = sort(runStarts[run], runStarts[run + 1]));
        firstPlace[0] = 1;
        for (int run = 0; run < runs; run++) {
            firstPlace[run + 1] += firstPlace[run];
        }
        eachRun(run -> number(run, firstPlace[run], places, listAt, numberAt));
        return firstPlace[runs];
    }

    private interface Run {
        void accept(int run);
    }

    private void eachRun(Run work) {
        var next = new AtomicInteger();
        Shares.each(shares, _ -> {
            for (int run = next.getAndIncrement(); run < 1 << runBits; run = next.getAndIncrement()) {
                work.accept(run);
            }
        });
    }

    /// Sorts a run and says how many different texts it has.
    private int sort(int from, int to) {
        Arrays.sort(words, from, to);
        if (ties) {
            sortTies(from, to);
        }
        int different = 0;
        for (int i = from; i < to; i++) {
            different += i > from && sameAsBefore(i) ? 0 : 1;
        }
        return different;
    }

    private void sortTies(int first, int end) {
        for (int from = first; from < end; ) {
            int to = from + 1;
            while (to < end && words[to] >>> keyShift == words[from] >>> keyShift) {
                to++;
            }
            if (to - from > FEW) {
                var tied = new Long[to - from];
                for (int i = from; i < to; i++) {
                    tied[i - from] = words[i];
                }
                Arrays.sort(tied, (a, b) -> order((int) (a & mostItem), (int) (b & mostItem)));
                for (int i = from; i < to; i++) {
                    words[i] = tied[i - from];
                }
            } else if (to - from > 1) {
                insert(from, to);
            }
            from = to;
        }
    }

    /// Sorts a few words by insertion; equal ones keep their order.
    private void insert(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long word = words[i];
            int at = i;
            while (at > from && order((int) (words[at - 1] & mostItem), (int) (word & mostItem)) > 0) {
                words[at] = words[at - 1];
                at--;
            }
            words[at] = word;
        }
    }

    /// The order of two items whose keys are equal.
    private int order(int a, int b) {
        return rests.length > 0 ? Long.compare(rests[a], rests[b]) : compare(a, b);
    }

    private int compare(int a, int b) {
        int listA = listOf(a);
        int listB = listOf(b);
        return Texts.compare(lists.get(listA), a - starts[listA] + 1, lists.get(listB), b - starts[listB] + 1);
    }

    private int listOf(int item) {
        int list = 0;
        while (item >= starts[list + 1]) {
            list++;
        }
        return list;
    }

    private boolean sameAsBefore(int i) {
        return words[i] >>> keyShift == words[i - 1] >>> keyShift
                && (!ties || order((int) (words[i - 1] & mostItem), (int) (words[i] & mostItem)) == 0);
    }

    private void number(int run, int first, int[][] places, int[] listAt, int[] numberAt) {
        int place = first - 1;
        for (int i = runStarts[run]; i < runStarts[run + 1]; i++) {
            int item = (int) (words[i] & mostItem);
            int list = listOf(item);
            int number = item - starts[list] + 1;
            if (i == runStarts[run] || !sameAsBefore(i)) {
                place++;
                listAt[place] = list;
                numberAt[place] = number;
            }
            places[list][number] = place;
        }
    }
}
