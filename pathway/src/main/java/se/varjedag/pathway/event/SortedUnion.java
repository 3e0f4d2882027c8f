package se.varjedag.pathway.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The distinct texts of several lists in one order, byte by byte, and the place of each in it.
final class SortedUnion implements Numbering {
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
        size = total == 0 ? 1 : new TextSort(this.lists, starts).number(places, listAt, numberAt);
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

    @Override
    public int size() {
        return size;
    }

    @Override
    public int[] places(int list) {
        return places[list];
    }

    @Override
    public String text(int place) {
        return place == 0 ? "" : lists.get(listAt[place]).text(numberAt[place]);
    }

    List<String> texts() {
        var all = new String[size];
        for (int i = 0; i < size; i++) {
            all[i] = text(i);
        }
        return List.of(all);
    }
}
