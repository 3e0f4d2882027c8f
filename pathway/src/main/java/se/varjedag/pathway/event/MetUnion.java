package se.varjedag.pathway.event;

import java.util.List;

/// The distinct texts of several lists as they were met: those of the first list, then what the second has besides, and
/// so on. Nothing is sorted, and who was met one after the other stays close together.
final class MetUnion implements Numbering {
    private static final int TOGETHER = 64;

    private final List<TextIndex> lists;
    private final int[][] places;
    /// The first place of what each list has besides those before it; one more than there are lists.
    private final int[] starts;
    /// By place the number in its list.
    private final int[] numberAt;

    MetUnion(List<TextIndex> lists) {
        this.lists = List.copyOf(lists);
        places = new int[lists.size()][];
        starts = new int[lists.size() + 1];
        int most = 1;
        for (var list : lists) {
            most = Math.addExact(most, list.size() - 1);
        }
        numberAt = new int[most];
        int next = 1;
        for (int list = 0; list < lists.size(); list++) {
            starts[list] = next;
            int[] known = known(list);
            for (int number = 1; number < known.length; number++) {
                if (known[number] == 0) {
                    numberAt[next] = number;
                    known[number] = next++;
                }
            }
            places[list] = known;
        }
        starts[lists.size()] = next;
    }

    /// The places of a list's texts that lists before it have; 0 where none has.
    private int[] known(int list) {
        int size = lists.get(list).size();
        int[] known = new int[size];
        int shares = Shares.worthWhile(list == 0 ? 0 : size);
        for (int earlier = 0; earlier < list; earlier++) {
            int of = earlier;
            Shares.each(
                    shares, share -> find(of, list, share(size, share, shares), share(size, share + 1, shares), known));
        }
        return known;
    }

    private static int share(int size, int share, int shares) {
        return 1 + (int) ((long) (size - 1) * share / shares);
    }

    /// Looks for many at a time, so that one need not wait for memory after the other.
    private void find(int earlier, int list, int from, int to, int[] known) {
        var index = lists.get(earlier);
        var texts = lists.get(list);
        long touched = 0;
        for (int group = from; group < to; group += TOGETHER) {
            int end = Math.min(to, group + TOGETHER);
            for (int number = group; number < end; number++) {
                touched |= index.touch(texts, number);
            }
            for (int number = group; number < end; number++) {
                if (known[number] == 0) {
                    known[number] = places[earlier][index.find(texts, number)];
                }
            }
        }
        // Reading ahead must not be taken for idle.
        known[0] = touched == -1 ? 0 : known[0];
    }

    @Override
    public int size() {
        return starts[lists.size()];
    }

    @Override
    public int[] places(int list) {
        return places[list];
    }

    @Override
    public String text(int place) {
        if (place == 0) {
            return "";
        }
        int list = lists.size() - 1;
        while (starts[list] > place) {
            list--;
        }
        return lists.get(list).texts().text(numberAt[place]);
    }
}
