package se.varjedag.pathway.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One numbering, in text order but for persons as they were met, over the lists of all batches.
final class EventNumbers {
    final Numbering persons;
    final SortedUnion codes;
    final SortedUnion units;
    final SortedUnion regions;
    final SortedUnion pathways;
    final SortedUnion refs;
    /// All combinations of traits, their regions numbered anew.
    final Traits traits = new Traits();

    private final List<EventBatch> batches;
    /// Which lists each batch uses.
    private final int[] listsOf;
    private final int[][] traitPlaces;

    /// @param sorted whether persons are numbered by name, not as they were met
    EventNumbers(EventColumns events, boolean sorted) {
        batches = events.batches();
        var index = new HashMap<EventLists, Integer>();
        var lists = new ArrayList<EventLists>();
        listsOf = new int[batches.size()];
        for (int b = 0; b < batches.size(); b++) {
            var own = batches.get(b).lists;
            listsOf[b] = index.computeIfAbsent(own, added -> {
                lists.add(added);
                return lists.size() - 1;
            });
        }
        boolean asMet = !sorted && lists.stream().noneMatch(EventLists::renamed);
        persons = asMet
                ? new MetUnion(lists.stream().map(EventLists::persons).toList())
                : union(lists, EventLists::names);
        codes = union(lists, l -> l.codes().texts());
        units = union(lists, l -> l.units().texts());
        regions = union(lists, l -> l.regions().texts());
        pathways = union(lists, l -> l.pathways().texts());
        refs = union(lists, l -> l.refs().texts());
        traitPlaces = new int[lists.size()][];
        for (int l = 0; l < lists.size(); l++) {
            var own = lists.get(l).traits();
            traitPlaces[l] = new int[own.size()];
            for (int t = 1; t < own.size(); t++) {
                long packed = own.packed(t);
                int home = regions.places(l)[Traits.homeRegion(packed)];
                traitPlaces[l][t] = traits.of(Traits.pack(home, Traits.sex(packed), Traits.born(packed)));
            }
        }
    }

    Dictionaries dictionaries() {
        return new Dictionaries(persons, codes, units, regions, pathways, refs, traits);
    }

    private static SortedUnion union(List<EventLists> lists, Function<EventLists, Texts> column) {
        return new SortedUnion(lists.stream().map(column).toList());
    }

    int[] persons(int batch) {
        return persons.places(listsOf[batch]);
    }

    int[] codes(int batch) {
        return codes.places(listsOf[batch]);
    }

    int[] units(int batch) {
        return units.places(listsOf[batch]);
    }

    int[] regions(int batch) {
        return regions.places(listsOf[batch]);
    }

    int[] pathways(int batch) {
        return pathways.places(listsOf[batch]);
    }

    int[] refs(int batch) {
        return refs.places(listsOf[batch]);
    }

    int[] traits(int batch) {
        return traitPlaces[listsOf[batch]];
    }

    /// Person and code of a row in one word.
    long whoWhat(int b, int row) {
        var batch = batches.get(b);
        return (long) persons(b)[batch.person[row]] << 32 | codes(b)[batch.code[row]];
    }

    /// Day and unit of a row in one word.
    long whenWhere(int b, int row) {
        var batch = batches.get(b);
        return (long) batch.day[row] << 32 | units(b)[batch.unit[row]];
    }

    /// Ref and pathway of a row in one word; 0 where it has neither.
    long whichRef(int b, int row) {
        var batch = batches.get(b);
        return (long) place(batch.ref, refs(b), row) << 32
                | (batch.pathway == null ? 0 : pathways(b)[batch.pathway[row]]);
    }

    private static int place(int @Nullable [] column, int[] places, int row) {
        return column == null ? 0 : places[column[row]];
    }
}
