package se.varjedag.pathway.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// What has happened to each person, as known at some moment: current versions of done events only, person by person in
/// the order of their names (or, where that was asked for, as they were met), each person's rows by day.
///
/// Rows of one day stand in an order that no file decides: code, region, unit (both with empty last), ref, pathway. So
/// the first of several equals is the one that counts.
public final class Timelines {
    /// Stands for a day that is not there.
    public static final int NONE = Integer.MIN_VALUE;

    /// So many rows are sorted by putting each where it belongs.
    private static final int FEW = 48;

    final Dictionaries dictionaries;
    final RowLayout layout;
    final int[] personAt;
    final int[] from;
    final long[] words;
    final long @Nullable [] seconds;
    final int[] homeRegions;
    final byte[] sexes;
    final short[] born;
    /// Whether the as-of day was asked for, not that of the latest event.
    final boolean asOfGiven;

    private final int asOf;
    private final Bookings bookings;
    private final List<String> codes;
    private final List<String> units;
    private final List<String> regions;
    private final List<String> pathways;

    Timelines(
            Dictionaries dictionaries,
            RowLayout layout,
            int[] personAt,
            int[] from,
            long[] words,
            long @Nullable [] seconds,
            int asOf,
            boolean asOfGiven,
            Bookings bookings) {
        this.dictionaries = dictionaries;
        this.layout = layout;
        this.personAt = personAt;
        this.from = from;
        this.words = words;
        this.seconds = seconds;
        this.asOf = asOf;
        this.asOfGiven = asOfGiven;
        this.bookings = bookings;
        homeRegions = new int[personAt.length];
        sexes = new byte[personAt.length];
        born = new short[personAt.length];
        codes = dictionaries.codes().texts();
        units = dictionaries.units().texts();
        regions = dictionaries.regions().texts();
        pathways = dictionaries.pathways().texts();
    }

    /// The timelines of all persons.
    ///
    /// @param knownAt leaves out versions learnt later, before the current ones are found; null: none is left out
    /// @param asOf leaves out events dated later, after the current versions are found;
    ///     null: the day of the latest done event
    public static Timelines of(EventColumns events, @Nullable Instant knownAt, @Nullable LocalDate asOf) {
        return new TimelineAssembly(events, knownAt, asOf, true).assembled();
    }

    /// The same with the persons as they were met instead of by name, which is quicker: enough for figures. Such
    /// timelines cannot take in others.
    public static Timelines asMet(EventColumns events, @Nullable Instant knownAt, @Nullable LocalDate asOf) {
        return new TimelineAssembly(events, knownAt, asOf, false).assembled();
    }

    /// These timelines with some persons as they are now: whatever these had here is left out, and what they have in
    /// `touched` is put in its place. Without an as-of day that was given, it is that of the latest event of all.
    ///
    /// @param touched the timelines of none but these persons, as of the same day where one was given
    /// @param whom the persons touched, those too who have no events any more
    public Replaced with(Timelines touched, Collection<String> whom) {
        return new Replacement(this, touched, whom).replaced();
    }

    /// The same as of an earlier day, or a later one: events dated after it are left out.
    public Timelines asOf(LocalDate day) {
        if (asOfGiven) {
            throw new IllegalStateException("Timelines as of one day lack what came after it");
        }
        return EarlierDay.of(this, Math.toIntExact(day.toEpochDay()), _ -> true);
    }

    /// The timelines of some persons as of a day that is not later than that of these.
    ///
    /// @param whom which persons, as indices here
    public Timelines asOf(LocalDate day, IntPredicate whom) {
        int last = Math.toIntExact(day.toEpochDay());
        if (asOfGiven && last > asOf) {
            throw new IllegalStateException("Timelines as of one day lack what came after it");
        }
        return EarlierDay.of(this, last, whom);
    }

    /// Sorts the rows of some persons, and takes their traits from them.
    void settle(int fromPerson, int toPerson) {
        for (int p = fromPerson; p < toPerson; p++) {
            if (seconds == null) {
                sort(words, from[p], from[p + 1]);
            } else {
                sort(words, seconds, from[p], from[p + 1]);
            }
            settleTraits(p, seconds == null ? words : seconds);
        }
    }

    /// Takes the traits of all persons from rows that are in order.
    void settleTraits() {
        for (int p = 0; p < persons(); p++) {
            settleTraits(p, seconds == null ? words : seconds);
        }
    }

    private static void sort(long[] words, int from, int to) {
        if (to - from > FEW) {
            Arrays.sort(words, from, to);
            return;
        }
        for (int i = from + 1; i < to; i++) {
            long word = words[i];
            int j = i - 1;
            while (j >= from && words[j] > word) {
                words[j + 1] = words[j];
                j--;
            }
            words[j + 1] = word;
        }
    }

    /// Shell's sort, which for few rows is putting each where it belongs.
    private static void sort(long[] words, long[] seconds, int from, int to) {
        int gap = 1;
        while (gap < (to - from) / FEW) {
            gap = 3 * gap + 1;
        }
        for (; gap > 0; gap /= 3) {
            for (int i = from + gap; i < to; i++) {
                long word = words[i];
                long second = seconds[i];
                int j = i - gap;
                while (j >= from && (words[j] > word || (words[j] == word && seconds[j] > second))) {
                    words[j + gap] = words[j];
                    seconds[j + gap] = seconds[j];
                    j -= gap;
                }
                words[j + gap] = word;
                seconds[j + gap] = second;
            }
        }
    }

    /// Each trait from the last day that gives it; of several on that day the lowest.
    private void settleTraits(int p, long[] lowest) {
        int homeDay = NONE;
        int sexDay = NONE;
        int bornDay = NONE;
        int before = 0;
        for (int row = from[p + 1] - 1; row >= from[p]; row--) {
            int number = layout.traitsOf(lowest[row]);
            int day = layout.dayOf(words[row]);
            if (number == 0 || number == before) {
                continue;
            }
            before = number;
            long trait = dictionaries.traits().packed(number);
            int home = Traits.homeRegion(trait);
            if (home != 0 && (homeDay == NONE || (homeDay == day && home < homeRegions[p]))) {
                homeRegions[p] = home;
                homeDay = day;
            }
            byte sex = Traits.sex(trait);
            if (sex != 0 && (sexDay == NONE || (sexDay == day && sex < sexes[p]))) {
                sexes[p] = sex;
                sexDay = day;
            }
            short year = Traits.born(trait);
            if (year != 0 && (bornDay == NONE || (bornDay == day && year < born[p]))) {
                born[p] = year;
                bornDay = day;
            }
        }
    }

    public int persons() {
        return personAt.length;
    }

    /// Those of some names who have a timeline here, in the order of their names. A name given twice is found once.
    public int[] find(Collection<String> names) {
        var sorted = SortedUnion.of(names);
        var found = new int[sorted.size()];
        int size = 0;
        for (int name = 1; name < sorted.size(); name++) {
            int place = dictionaries.sortedPersons().find(sorted, name);
            int p = place < 0 ? -1 : Arrays.binarySearch(personAt, place);
            if (p >= 0) {
                found[size++] = p;
            }
        }
        return Arrays.copyOf(found, size);
    }

    /// How many rows there are; those of person `p` are `from(p)` up to and without `to(p)`.
    public int rows() {
        return words.length;
    }

    public String person(int p) {
        return dictionaries.persons().text(personAt[p]);
    }

    public int from(int p) {
        return from[p];
    }

    public int to(int p) {
        return from[p + 1];
    }

    /// Index in [#codes()].
    public int code(int row) {
        return layout.codeOf(words[row]);
    }

    /// Days since 1970-01-01.
    public int day(int row) {
        return layout.dayOf(words[row]);
    }

    public int unit(int row) {
        return layout.unitOf(words[row]);
    }

    public int region(int row) {
        return layout.regionOf(words[row]);
    }

    public int pathway(int row) {
        return seconds == null ? 0 : layout.pathwayOf(seconds[row]);
    }

    public int ref(int row) {
        return seconds == null ? 0 : layout.refOf(seconds[row]);
    }

    /// The codes in text order; index 0 is always the empty text, here as in the other lists.
    public List<String> codes() {
        return codes;
    }

    public List<String> units() {
        return units;
    }

    /// Regions that report and home regions.
    public List<String> regions() {
        return regions;
    }

    public List<String> pathways() {
        return pathways;
    }

    /// The refs in text order, made anew at each call: there may be millions.
    public List<String> refs() {
        return dictionaries.refs().texts();
    }

    public String codeText(int code) {
        return codes.get(code);
    }

    public String unitText(int unit) {
        return units.get(unit);
    }

    public String regionText(int region) {
        return regions.get(region);
    }

    public String pathwayText(int pathway) {
        return pathways.get(pathway);
    }

    public String refText(int ref) {
        return dictionaries.refs().text(ref);
    }

    /// Index in [#regions()].
    public int homeRegion(int p) {
        return homeRegions[p];
    }

    /// `F`, `M`, or 0 where unknown.
    public byte sex(int p) {
        return sexes[p];
    }

    /// Year of birth, or 0 where unknown.
    public short born(int p) {
        return born[p];
    }

    /// The day the waiting are counted to, in days since 1970-01-01;
    /// [#NONE] where there is neither a date given nor an event.
    public int asOf() {
        return asOf;
    }

    public Bookings bookings() {
        return bookings;
    }
}
