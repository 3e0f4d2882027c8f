package se.varjedag.app.results.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.results.Counts;

/// Everything that is shown of a content, put together by one who wants to know what is hidden.
class HidingTest {
    private static final List<String> REGIONS = List.of("05", "06", "08");
    private static final int DIAGNOSES = 5;
    private static final int UNITS = 3;

    /// A cell's patients: in time, late, without a limit, waiting, left.
    private record Cell(long within, long late, long without, long waiting, long left) {
        Cell plus(Cell other) {
            return new Cell(
                    within + other.within,
                    late + other.late,
                    without + other.without,
                    waiting + other.waiting,
                    left + other.left);
        }

        Counts counts() {
            long n = within + late + without;
            return new Counts(
                    n,
                    within + late,
                    within,
                    waiting,
                    0,
                    left,
                    n == without ? OptionalDouble.empty() : OptionalDouble.of((double) within / (within + late)),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.of(30),
                    OptionalDouble.of(40),
                    OptionalDouble.of(50),
                    new TreeMap<>());
        }
    }

    private static Content content(Random random, int most) {
        Map<List<String>, Cell> cells = new HashMap<>();
        for (int svf = 0; svf < DIAGNOSES; svf++) {
            for (var region : REGIONS) {
                for (int unit = 0; unit < UNITS; unit++) {
                    var one = new Cell(
                            some(random, most), some(random, most), some(random, most / 4), some(random, most), 0);
                    for (var diagnosis : List.of("", "svf" + svf)) {
                        for (var place : List.of("all", "region-" + region, "unit-" + region + "-" + unit)) {
                            cells.merge(List.of(diagnosis, place), one, Cell::plus);
                        }
                    }
                }
            }
        }
        var lines = new ArrayList<Line>();
        cells.forEach((key, cell) ->
                lines.add(new Line(key.getFirst(), key.getLast(), cell.counts(), cell.counts(), Optional.empty())));
        return new Content(LocalDate.EPOCH, OptionalInt.empty(), lines, List.of(), List.of());
    }

    private static long some(Random random, int most) {
        return random.nextInt(3) == 0 || most < 1 ? 0 : random.nextInt(most + 1);
    }

    /// Every number that is hidden, in equations with those that are shown.
    private static final class Attack {
        private final Map<String, Long> shown = new HashMap<>();
        private final Map<String, Long> secret = new HashMap<>();
        private final List<Map<String, Integer>> equations = new ArrayList<>();
        private final Map<String, long[]> bounds = new HashMap<>();

        Attack(Content content) {
            var hiding = Hiding.of(content);
            for (var line : content.figures()) {
                var one = line.now();
                put("n", line, one.n(), hiding.hides(line));
                put("within", line, one.within(), hiding.hidesShare(line));
                put("late", line, one.withLimit() - one.within(), hiding.hidesShare(line));
                put("without", line, one.n() - one.withLimit(), hiding.hidesShare(line));
                put("waiting", line, one.waiting(), hiding.hidesOthers(line));
                equations.add(Map.of(
                        "n " + line.key(), -1,
                        "within " + line.key(), 1,
                        "late " + line.key(), 1,
                        "without " + line.key(), 1));
            }
            for (var measure : List.of("n", "within", "late", "without", "waiting")) {
                for (var total : content.figures()) {
                    var diagnoses = total.svf().isEmpty() ? content.at(total.place()) : List.<Line>of();
                    var places = content.of(total.svf()).stream()
                            .filter(one -> total.whole()
                                    ? one.ofRegion()
                                    : total.ofRegion()
                                            && one.ofUnit()
                                            && one.region().equals(total.region()))
                            .toList();
                    for (var parts : List.of(diagnoses, places)) {
                        if (!parts.isEmpty()) {
                            var equation = new HashMap<String, Integer>();
                            equation.put(measure + " " + total.key(), -1);
                            parts.forEach(part -> equation.put(measure + " " + part.key(), 1));
                            equations.add(equation);
                        }
                    }
                }
            }
        }

        private void put(String measure, Line line, long value, boolean hidden) {
            (hidden ? secret : shown).put(measure + " " + line.key(), value);
            bounds.put(measure + " " + line.key(), hidden ? new long[] {0, 100_000} : new long[] {value, value});
        }

        /// Few patients whose number comes out, though it is hidden.
        List<String> found() {
            narrow();
            return secret.entrySet().stream()
                    .filter(one -> one.getValue() > 0 && one.getValue() < 5)
                    .filter(one -> bounds(one.getKey())[0] == bounds(one.getKey())[1])
                    .map(one -> one.getKey() + " is " + one.getValue())
                    .toList();
        }

        private long[] bounds(String key) {
            return bounds.getOrDefault(key, new long[2]);
        }

        /// Each number lies between what the others of its equations leave at least and at most.
        private void narrow() {
            boolean changed = true;
            while (changed) {
                changed = false;
                for (var equation : equations) {
                    for (var key : equation.keySet()) {
                        changed |= narrow(equation, key);
                    }
                }
            }
        }

        private boolean narrow(Map<String, Integer> equation, String key) {
            long least = 0;
            long most = 0;
            int sign = equation.getOrDefault(key, 0);
            for (var other : equation.entrySet()) {
                if (!other.getKey().equals(key)) {
                    var range = bounds(other.getKey());
                    int by = -sign * other.getValue();
                    least += by > 0 ? range[0] : -range[1];
                    most += by > 0 ? range[1] : -range[0];
                }
            }
            var range = bounds(key);
            if (least <= range[0] && most >= range[1]) {
                return false;
            }
            range[0] = Math.max(range[0], least);
            range[1] = Math.min(range[1], most);
            assertThat(range[0]).isLessThanOrEqualTo(range[1]);
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 12, 30, 100})
    void what_few_patients_are_hidden_for_cannot_be_counted_from_all_that_is_shown(int most) {
        for (int seed = 0; seed < 60; seed++) {
            var attack = new Attack(content(new Random(seed), most));
            assertThat(attack.found()).as("seed %d of at most %d", seed, most).isEmpty();
        }
    }

    /// Three diagnoses at three regions, of which all but four numbers were shown once: what is left of two
    /// diagnoses when a region is taken away gave the one patient of the third.
    private static Content ofThree(long[][] started) {
        Map<List<String>, Cell> cells = new HashMap<>();
        for (int svf = 0; svf < started.length; svf++) {
            for (int region = 0; region < REGIONS.size(); region++) {
                var one = new Cell(0, 0, started[svf][region], 0, 0);
                for (var diagnosis : List.of("", "svf" + svf)) {
                    for (var place : List.of("all", "region-" + REGIONS.get(region))) {
                        cells.merge(List.of(diagnosis, place), one, Cell::plus);
                    }
                }
            }
        }
        var lines = new ArrayList<Line>();
        cells.forEach((key, cell) ->
                lines.add(new Line(key.getFirst(), key.getLast(), cell.counts(), cell.counts(), Optional.empty())));
        return new Content(LocalDate.EPOCH, OptionalInt.empty(), lines, List.of(), List.of());
    }

    @Test
    void what_comes_out_of_several_sums_together_is_hidden_too() {
        long[][] started = {{9, 0, 0}, {0, 4, 8}, {10, 0, 1}};
        var content = ofThree(started);
        var hiding = Hiding.of(content);
        var hidden = content.figures().stream().filter(hiding::hides).toList();
        assertThat(hidden).extracting(Line::key).contains("svf2/region-08", "svf1/region-06");

        // Every way of filling what is hidden so that all that is shown holds.
        var found = new HashMap<String, Set<Long>>();
        fill(content, hiding, new long[9], 0, found);
        assertThat(found.get("svf2/region-08")).hasSizeGreaterThan(1);
        assertThat(found.get("svf1/region-06")).hasSizeGreaterThan(1);
    }

    private static void fill(Content content, Hiding hiding, long[] cells, int at, Map<String, Set<Long>> found) {
        if (at == cells.length) {
            var all = ofThree(new long[][] {
                {cells[0], cells[1], cells[2]}, {cells[3], cells[4], cells[5]}, {cells[6], cells[7], cells[8]}
            });
            boolean holds = content.figures().stream()
                    .filter(line -> !hiding.hides(line))
                    .allMatch(line -> all.line(line.svf(), line.place())
                            .filter(other -> other.now().n() == line.now().n())
                            .isPresent());
            if (holds) {
                all.figures()
                        .forEach(line -> found.computeIfAbsent(line.key(), _ -> new HashSet<>())
                                .add(line.now().n()));
            }
            return;
        }
        var line = content.line("svf" + at / 3, "region-" + REGIONS.get(at % 3)).orElseThrow();
        for (long value = hiding.hides(line) ? 0 : line.now().n();
                value <= (hiding.hides(line) ? 12 : line.now().n());
                value++) {
            cells[at] = value;
            fill(content, hiding, cells, at + 1, found);
        }
    }

    @Test
    void a_whole_healthcare_region_is_settled_while_a_page_is_waited_for() {
        var random = new Random(3);
        Map<List<String>, Cell> cells = new HashMap<>();
        for (int svf = 0; svf < 30; svf++) {
            for (int place = 0; place < 60; place++) {
                var one = new Cell(some(random, 9), some(random, 9), some(random, 3), some(random, 6), 0);
                var region = "0" + (1 + place % 5);
                for (var diagnosis : List.of("", "svf" + svf)) {
                    for (var where : List.of("all", "region-" + region, "unit-" + region + "-" + place)) {
                        cells.merge(List.of(diagnosis, where), one, Cell::plus);
                    }
                }
            }
        }
        var lines = new ArrayList<Line>();
        cells.forEach((key, cell) -> lines.add(new Line(
                key.getFirst(), key.getLast(), cell.counts(), new Cell(0, 0, 0, 0, 0).counts(), Optional.empty())));
        var content = new Content(LocalDate.EPOCH, OptionalInt.empty(), lines, List.of(), List.of());
        long began = System.nanoTime();
        assertThat(Hiding.of(content).now().counts()).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void large_groups_are_shown_and_their_days_only_where_five_lie_beyond() {
        var content = content(new Random(1), 1000);
        var hiding = Hiding.of(content);
        var whole = content.line("", Content.WHOLE).orElseThrow();
        assertThat(hiding.hides(whole) || hiding.hidesShare(whole)).isFalse();
        assertThat(hiding.p90(whole)).hasValue(50);

        var twelve = new Cell(6, 6, 0, 0, 0).counts();
        var line = new Line("", Content.WHOLE, twelve, twelve, Optional.empty());
        var few = Hiding.of(new Content(LocalDate.EPOCH, OptionalInt.empty(), List.of(line), List.of(), List.of()));
        assertThat(few.hides(line)).isFalse();
        assertThat(few.median(line)).hasValue(30);
        assertThat(few.p80(line)).isEmpty();
        assertThat(few.p90(line)).isEmpty();
    }

    @Test
    void a_share_that_tells_of_three_who_were_late_is_hidden_with_enough_beside_it() {
        var attack = new Attack(content(new Random(7), 30));
        assertThat(attack.secret.keySet()).anyMatch(key -> key.startsWith("late"));
        assertThat(attack.shown.keySet()).anyMatch(key -> key.startsWith("late"));
    }
}
