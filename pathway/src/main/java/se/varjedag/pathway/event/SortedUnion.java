package se.varjedag.pathway.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// The distinct texts of several lists in one order, byte by byte, and the place of each in it.
///
/// The bits that differ between any two texts, taken in order, sort as the texts do. As many of them as fit beside
/// a number in one word are sorted as plain numbers; those that agree in all of these by the bits that are left.
/// Only texts too long for that are compared themselves.
final class SortedUnion {
    private final List<Texts> lists;
    /// Place in the order, by list and number there; the empty text is at 0 whether or not a list uses it.
    private final int[][] places;
    /// Where to find the text of a place: list and number.
    private final int[] listAt;
    private final int[] numberAt;
    private int size;

    SortedUnion(List<Texts> lists) {
        this.lists = List.copyOf(lists);
        places = new int[lists.size()][];
        int[] starts = new int[lists.size() + 1];
        for (int l = 0; l < lists.size(); l++) {
            places[l] = new int[lists.get(l).size()];
            starts[l + 1] = Math.addExact(starts[l], lists.get(l).size() - 1);
        }
        int total = starts[lists.size()];
        listAt = new int[total + 1];
        numberAt = new int[total + 1];
        size = 1;
        if (total > 0) {
            number(sorted(starts, total), starts);
        }
    }

    private SortedUnion(List<Texts> lists, int[] listAt, int[] numberAt) {
        this.lists = lists;
        this.listAt = listAt;
        this.numberAt = numberAt;
        places = new int[0][];
        size = listAt.length;
    }

    static SortedUnion of(Collection<String> texts) {
        return new SortedUnion(List.of(Texts.of(texts)));
    }

    /// This order with the texts of another in it. Nothing is sorted again: each text that is new is put in its place.
    Joined with(SortedUnion other) {
        var fresh = new ArrayList<String>();
        int[] before = new int[other.size];
        int[] ofOther = new int[other.size];
        for (int place = 1; place < other.size; place++) {
            int found = find(other, place);
            if (found < 0) {
                ofOther[place] = -found - 1 + fresh.size();
                before[fresh.size()] = -found - 1;
                fresh.add(other.text(place));
            } else {
                ofOther[place] = found + fresh.size();
            }
        }
        if (fresh.isEmpty()) {
            return new Joined(this, null, ofOther);
        }
        int[] lists = new int[size + fresh.size()];
        int[] numbers = new int[lists.length];
        int[] ofOne = new int[size];
        int added = 0;
        for (int place = 0; place < size; place++) {
            for (; added < fresh.size() && before[added] == place; added++) {
                lists[place + added] = this.lists.size();
                numbers[place + added] = added + 1;
            }
            lists[place + added] = listAt[place];
            numbers[place + added] = numberAt[place];
            ofOne[place] = place + added;
        }
        for (; added < fresh.size(); added++) {
            lists[size + added] = this.lists.size();
            numbers[size + added] = added + 1;
        }
        var more = new ArrayList<>(this.lists);
        more.add(Texts.of(fresh));
        return new Joined(new SortedUnion(List.copyOf(more), lists, numbers), ofOne, ofOther);
    }

    /// The place here of the text at a place of another; `-place - 1` where it is not here but would come before that.
    int find(SortedUnion other, int place) {
        return place == 0 ? 0 : find(other.lists.get(other.listAt[place]), other.numberAt[place]);
    }

    private int find(Texts texts, int number) {
        int low = 1;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Texts.compare(lists.get(listAt[middle]), numberAt[middle], texts, number);
            if (order == 0) {
                return middle;
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    int size() {
        return size;
    }

    int[] places(int list) {
        return places[list];
    }

    String text(int place) {
        return place == 0 ? "" : lists.get(listAt[place]).text(numberAt[place]);
    }

    List<String> texts() {
        var all = new String[size];
        for (int i = 0; i < size; i++) {
            all[i] = text(i);
        }
        return List.of(all);
    }

    /// Word by word the bits that are not the same in all texts.
    private record Varying(long first, long second, boolean whole) {}

    private Varying varying() {
        long first = 0;
        long second = 0;
        boolean whole = true;
        long same0 = 0;
        long same1 = 0;
        boolean any = false;
        for (var texts : lists) {
            for (int i = 1; i < texts.size(); i++) {
                long word0 = texts.word(i, 0);
                long word1 = texts.word(i, 8);
                if (!any) {
                    any = true;
                    same0 = word0;
                    same1 = word1;
                }
                first |= word0 ^ same0;
                second |= word1 ^ same1;
                whole &= texts.length(i) <= 16;
            }
        }
        return new Varying(first, second, whole);
    }

    /// All texts, as (key, item) words in order; item counts through the lists from `starts`.
    private long[] sorted(int[] starts, int total) {
        var varying = varying();
        int itemBits = 64 - Long.numberOfLeadingZeros(total);
        int keyBits = 63 - itemBits;
        int bits0 = Long.bitCount(varying.first());
        int bits1 = Long.bitCount(varying.second());
        int room = Math.clamp(keyBits - bits0, 0, bits1);
        int left0 = Math.max(0, bits0 - keyBits);
        int left1 = bits1 - room;
        boolean ties = bits0 + bits1 > keyBits || !varying.whole();
        boolean restIsWhole = varying.whole() && left0 + left1 < 64;
        long[] words = new long[total];
        long[] rest = new long[ties && restIsWhole ? total : 0];
        for (int l = 0; l < lists.size(); l++) {
            var texts = lists.get(l);
            for (int i = 1; i < texts.size(); i++) {
                long bitsOf0 = Long.compress(texts.word(i, 0), varying.first());
                long bitsOf1 = Long.compress(texts.word(i, 8), varying.second());
                int item = starts[l] + i - 1;
                long key = (bitsOf0 >>> left0 << room) | (room == 0 ? 0 : bitsOf1 >>> left1);
                words[item] = (key << itemBits) | item;
                if (rest.length > 0) {
                    rest[item] = ((bitsOf0 & ((1L << left0) - 1)) << left1) | (bitsOf1 & ((1L << left1) - 1));
                }
            }
        }
        Arrays.parallelSort(words);
        keyShift = itemBits;
        keysAreWhole = !ties;
        rests = rest;
        if (ties) {
            sortTies(words, (1L << itemBits) - 1, starts);
        }
        return words;
    }

    private int keyShift;
    private boolean keysAreWhole;
    /// By item the bits that have no room in its key; none where texts must be compared instead.
    private long[] rests = {};

    private void sortTies(long[] words, long mask, int[] starts) {
        for (int from = 0; from < words.length; ) {
            int to = from + 1;
            while (to < words.length && words[to] >>> keyShift == words[from] >>> keyShift) {
                to++;
            }
            if (to - from > 24) {
                var ties = new Long[to - from];
                for (int i = from; i < to; i++) {
                    ties[i - from] = words[i];
                }
                Arrays.sort(ties, (a, b) -> order((int) (a & mask), (int) (b & mask), starts));
                for (int i = from; i < to; i++) {
                    words[i] = ties[i - from];
                }
            } else {
                insert(words, from, to, mask, starts);
            }
            from = to;
        }
    }

    /// Sorts a few words by insertion; equal ones keep their order.
    private void insert(long[] words, int from, int to, long mask, int[] starts) {
        for (int i = from + 1; i < to; i++) {
            long word = words[i];
            int at = i;
            while (at > from && order((int) (words[at - 1] & mask), (int) (word & mask), starts) > 0) {
                words[at] = words[at - 1];
                at--;
            }
            words[at] = word;
        }
    }

    /// The order of two items whose keys are equal.
    private int order(int a, int b, int[] starts) {
        return rests.length > 0 ? Long.compare(rests[a], rests[b]) : compare(a, b, starts);
    }

    private int compare(int a, int b, int[] starts) {
        int listA = listOf(a, starts);
        int listB = listOf(b, starts);
        return Texts.compare(lists.get(listA), a - starts[listA] + 1, lists.get(listB), b - starts[listB] + 1);
    }

    private static int listOf(int item, int[] starts) {
        int list = 0;
        while (item >= starts[list + 1]) {
            list++;
        }
        return list;
    }

    private void number(long[] words, int[] starts) {
        long mask = (1L << keyShift) - 1;
        int before = -1;
        for (int i = 0; i < words.length; i++) {
            int item = (int) (words[i] & mask);
            int list = listOf(item, starts);
            int number = item - starts[list] + 1;
            boolean same = i > 0
                    && words[i] >>> keyShift == words[i - 1] >>> keyShift
                    && (keysAreWhole || order(before, item, starts) == 0);
            if (!same) {
                listAt[size] = list;
                numberAt[size] = number;
                size++;
            }
            places[list][number] = size - 1;
            before = item;
        }
    }
}
