package se.varjedag.app.results;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import se.varjedag.app.Installation;
import se.varjedag.app.reference.Region;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.results.Content.Included;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.strategy.Signed;
import se.varjedag.app.web.figure.Span;
import se.varjedag.pathway.statistics.Share;

/// Contents that no log gave: made at random, and published as if they had been frozen.
public final class PublishedContents {
    private static final int DIAGNOSES = 4;
    private static final int UNITS = 3;
    private static final int LIMIT = 28;

    private PublishedContents() {}

    /// The patients of a cell: the days of those with a limit and of those without, those who wait, and those who left.
    private static final class Cell {
        private final TreeMap<Integer, Long> limited = new TreeMap<>();
        private final TreeMap<Integer, Long> without = new TreeMap<>();
        private long waiting;
        private long left;

        void add(Cell other) {
            other.limited.forEach((day, n) -> limited.merge(day, n, Long::sum));
            other.without.forEach((day, n) -> without.merge(day, n, Long::sum));
            waiting += other.waiting;
            left += other.left;
        }

        Counts counts() {
            var days = new TreeMap<>(limited);
            without.forEach((day, n) -> days.merge(day, n, Long::sum));
            long n = days.values().stream().mapToLong(Long::longValue).sum();
            long with = limited.values().stream().mapToLong(Long::longValue).sum();
            long within = limited.headMap(LIMIT, true).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            var share = new Share(within, with);
            var interval = share.wilson(Counts.LEVEL);
            var none = OptionalDouble.empty();
            var counts = new Counts(n, with, within, waiting, 0, left, none, none, none, none, none, none, days);
            return new Counts(
                    n,
                    with,
                    within,
                    waiting,
                    0,
                    left,
                    share.value(),
                    interval.map(one -> OptionalDouble.of(one.lower())).orElse(none),
                    interval.map(one -> OptionalDouble.of(one.upper())).orElse(none),
                    counts.histogram().quantile(0.5),
                    counts.histogram().quantile(0.8),
                    counts.histogram().quantile(0.9),
                    days);
        }
    }

    /// A content of a healthcare region with at most so many of a kind in a unit.
    public static Content content(Random random, String healthcareRegion, int most) {
        Map<List<String>, Cell> cells = new HashMap<>();
        Map<List<String>, Long> included = new HashMap<>();
        for (int svf = 0; svf < DIAGNOSES; svf++) {
            for (var region : regions(healthcareRegion)) {
                for (int unit = 0; unit < UNITS; unit++) {
                    var one = cell(random, most);
                    for (var key : keys("svf" + svf, region, "unit-" + region + "-E" + unit)) {
                        cells.computeIfAbsent(key, _ -> new Cell()).add(one);
                    }
                }
                long living = some(random, most);
                keys("svf" + svf, region, "").stream()
                        .filter(key -> !key.getLast().isEmpty())
                        .forEach(key -> included.merge(key, living, Long::sum));
            }
        }
        cells.computeIfAbsent(List.of("", Content.WHOLE), _ -> new Cell());
        var lines = new ArrayList<Line>();
        new TreeSet<>(cells.keySet().stream().map(key -> String.join("/", key)).toList()).forEach(key -> {
            var at = List.of(key.split("/", 2));
            var counts = cells.getOrDefault(at, new Cell()).counts();
            lines.add(new Line(at.getFirst(), at.getLast(), counts, Counts.NONE, Optional.empty()));
        });
        return new Content(
                LocalDate.EPOCH,
                OptionalInt.empty(),
                lines,
                included.entrySet().stream()
                        .map(one -> new Included(
                                one.getKey().getFirst(), one.getKey().getLast(), one.getValue(), OptionalDouble.of(40)))
                        .toList(),
                List.of());
    }

    private static List<List<String>> keys(String svf, String region, String unit) {
        var all = new ArrayList<List<String>>();
        for (var diagnosis : List.of("", svf)) {
            for (var place : List.of(Content.WHOLE, Content.region(region), unit)) {
                all.add(List.of(diagnosis, place));
            }
        }
        return all;
    }

    /// The codes of its regions.
    public static List<String> regions(String healthcareRegion) {
        return Regions.all().stream()
                .filter(one -> one.healthcareRegion().equals(healthcareRegion))
                .map(Region::code)
                .toList();
    }

    private static Cell cell(Random random, int most) {
        var cell = new Cell();
        days(cell.limited, random, some(random, most), 1);
        days(cell.limited, random, some(random, most), LIMIT + 1);
        days(cell.without, random, some(random, most / 4), 1);
        cell.waiting = some(random, most);
        cell.left = some(random, most / 4);
        return cell;
    }

    private static void days(TreeMap<Integer, Long> days, Random random, long n, int first) {
        for (int i = 0; i < n; i++) {
            days.merge(first + random.nextInt(LIMIT), 1L, Long::sum);
        }
    }

    private static long some(Random random, int most) {
        return random.nextInt(3) == 0 || most < 1 ? 0 : random.nextInt(most + 1);
    }

    /// Somebody who signs.
    public static Signed paula() {
        return new Signed(Instant.parse("2025-01-15T08:00:00Z"), "paula", "Paula Programkontor");
    }

    /// Puts a content where a frozen one would be, and says that it is published.
    ///
    /// @return the id of its issue
    public static long publish(Installation installation, String healthcareRegion, Span span, Content content) {
        var database = installation.database();
        var moment = Timestamp.from(paula().at());
        long id = database.sql("""
                        insert into results_issue (healthcare_region, name, from_day, to_day, known_at, change_no, planned,
                            others, at, by_whom, by_name)
                        values (?, 'Slump', ?, ?, ?, 0, ?, '[]', ?, 'paula', 'Paula Programkontor') returning id""")
                .params(healthcareRegion, span.from(), span.to(), moment, span.to(), moment)
                .query(Long.class)
                .single();
        var issue =
                new Issue(id, healthcareRegion, "Slump", span, paula().at(), 0, span.to(), "[]", Step.FROZEN, paula());
        for (var step : List.of("drafted", "commenting", "review", "frozen")) {
            step(installation, id, step);
        }
        database.sql("""
                        insert into results_frozen (issue, healthcare_region, number, content, sha256, program, definitions,
                            known_at, at, by_whom, by_name)
                        values (?, ?, (select count(*) + 1 from results_frozen where healthcare_region = ?), ?, ?, '1', ?, ?, ?,
                            'paula', 'Paula Programkontor')""")
                .params(
                        id,
                        healthcareRegion,
                        healthcareRegion,
                        ContentJson.write(issue, content),
                        Seal.of("x" + id, String.valueOf(content.hashCode())),
                        Seal.of("definitions"),
                        moment,
                        moment)
                .update();
        installation.bean(Issues.class).take(id, Step.PUBLISHED, paula());
        return id;
    }

    private static void step(Installation installation, long id, String step) {
        installation
                .database()
                .sql("insert into results_step (issue, step, at, by_whom, by_name) values (?, ?, ?, 'paula', 'Paula')")
                .params(id, step, Timestamp.from(paula().at()))
                .update();
    }
}
