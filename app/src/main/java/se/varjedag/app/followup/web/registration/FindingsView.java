package se.varjedag.app.followup.web.registration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.trace.Finding.Kind;

/// The findings of the chosen months: by kind, month by month, and by unit.
///
/// @param otherUnits how many units are not shown; empty when all are
public record FindingsView(Figure figure, List<KindRow> kinds, List<UnitRow> units, String otherUnits) {

    private static final int MOST_UNITS = 12;
    private static final int HEIGHT = 22;

    public FindingsView {
        kinds = List.copyOf(kinds);
        units = List.copyOf(units);
    }

    /// One kind of fault.
    ///
    /// @param months  a bar for each month
    /// @param spoken  the months for a reader who cannot see them
    public record KindRow(String fault, String remedy, String count, Bar bar, List<Month> months, String spoken) {

        public KindRow {
            months = List.copyOf(months);
        }
    }

    /// One month of a kind, as a bar: lengths as attributes.
    public record Month(String x, String width, int y, int height) {}

    /// One unit with the fault that is most common there.
    public record UnitRow(String name, String most, String count, Bar bar) {}

    static FindingsView of(Reading reading) {
        var chosen = Chosen.of(reading);
        var timelines = chosen.traced().timelines();
        var from = reading.selection().from();
        var to = reading.selection().to();
        int months = (int) from.until(to, ChronoUnit.MONTHS) + 1;
        var byKind = new EnumMap<Kind, long[]>(Kind.class);
        var byUnit = new TreeMap<String, Map<Kind, Long>>();
        var outside = new LongAdder();
        chosen.traced().findings().each((kind, person, definition, start, row) -> {
            var month = YearMonth.from(LocalDate.ofEpochDay(timelines.day(row)));
            boolean counts = !month.isBefore(from) && !month.isAfter(to) && chosen.has(definition, row);
            if (counts && !kind.toBeMended()) {
                outside.increment();
            } else if (counts) {
                int at = (int) from.until(month, ChronoUnit.MONTHS);
                byKind.computeIfAbsent(kind, _ -> new long[months])[at]++;
                byUnit.computeIfAbsent(timelines.unitText(timelines.unit(row)), _ -> new EnumMap<>(Kind.class))
                        .merge(kind, 1L, Long::sum);
            }
        });
        var sorted = byKind.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Kind, long[]> entry) -> -sum(entry.getValue())))
                .toList();
        long most = sorted.isEmpty() ? 1 : sum(sorted.getFirst().getValue());
        var units = units(reading, byUnit);
        long total = sorted.stream().mapToLong(entry -> sum(entry.getValue())).sum();
        var figure = reading.figure(
                "avvikelser",
                reading.t("registration.findings.question"),
                reading.t("registration.findings.selected"),
                null,
                table(reading, sorted, from, months),
                "avvikelser",
                foot(reading, total, outside.sum()));
        return new FindingsView(
                figure,
                sorted.stream().map(entry -> row(reading, entry, most, from)).toList(),
                units.subList(0, Math.min(MOST_UNITS, units.size())),
                units.size() > MOST_UNITS
                        ? reading.t(
                                "registration.findings.otherunits",
                                reading.formats().whole(units.size() - MOST_UNITS))
                        : "");
    }

    private static List<Rich> foot(Reading reading, long total, long outside) {
        var formats = reading.formats();
        var foot = new ArrayList<Rich>();
        foot.add(Rich.of(reading.t("registration.findings.foot", formats.whole(total))));
        if (outside > 0) {
            foot.add(Rich.of(reading.t("registration.findings.outside", formats.whole(outside))));
        }
        return foot;
    }

    private static KindRow row(Reading reading, Map.Entry<Kind, long[]> entry, long most, YearMonth from) {
        var formats = reading.formats();
        var language = reading.texts().language();
        var counts = entry.getValue();
        long highest = 1;
        for (long count : counts) {
            highest = Math.max(highest, count);
        }
        var months = new ArrayList<Month>();
        for (int i = 0; i < counts.length; i++) {
            int height = (int) Math.round((double) HEIGHT * counts[i] / highest);
            months.add(
                    new Month(Bar.length(i, counts.length), Bar.length(0.8, counts.length), HEIGHT - height, height));
        }
        var count = formats.whole(sum(counts));
        return new KindRow(
                entry.getKey().fault(language),
                entry.getKey().remedy(language),
                count,
                Bar.of((double) sum(counts), (double) most, "var(--data-2)", count),
                months,
                reading.t(
                        "registration.findings.months",
                        formats.whole(counts[0]),
                        formats.month(from),
                        formats.whole(counts[counts.length - 1]),
                        formats.month(from.plusMonths(counts.length - 1L))));
    }

    private static List<UnitRow> units(Reading reading, Map<String, Map<Kind, Long>> byUnit) {
        var formats = reading.formats();
        var sorted = byUnit.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Map<Kind, Long>> entry) -> -sum(entry.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .toList();
        long most = sorted.isEmpty() ? 1 : sum(sorted.getFirst().getValue());
        return sorted.stream()
                .map(entry -> {
                    var kind = entry.getValue().entrySet().stream()
                            .max(Map.Entry.comparingByValue())
                            .orElseThrow()
                            .getKey();
                    var count = formats.whole(sum(entry.getValue()));
                    return new UnitRow(
                            unit(reading, entry.getKey()),
                            kind.fault(reading.texts().language()),
                            count,
                            Bar.of((double) sum(entry.getValue()), (double) most, "var(--data-2)", count));
                })
                .toList();
    }

    static String unit(Reading reading, String id) {
        return id.isEmpty() ? reading.t("registration.nounit") : reading.unitName(id);
    }

    private static DataTable table(Reading reading, List<Map.Entry<Kind, long[]>> sorted, YearMonth from, int months) {
        var columns = new ArrayList<DataTable.Column>();
        columns.add(DataTable.Column.words(reading.t("registration.fault")));
        columns.add(DataTable.Column.number(reading.t("registration.rule")));
        for (int i = 0; i < months; i++) {
            columns.add(DataTable.Column.number(from.plusMonths(i).toString()));
        }
        columns.add(DataTable.Column.number(reading.t("sum")));
        var rows = new ArrayList<List<Cell>>();
        for (var entry : sorted) {
            var cells = new ArrayList<Cell>();
            cells.add(Cell.of(entry.getKey().fault(reading.texts().language())));
            cells.add(Cell.of(entry.getKey().rule()));
            for (long count : entry.getValue()) {
                cells.add(Cell.of(count));
            }
            cells.add(Cell.of(sum(entry.getValue())));
            rows.add(cells);
        }
        return new DataTable("avvikelser", columns, rows);
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    private static long sum(Map<Kind, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
