package se.varjedag.app.followup.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.DataTable;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.trace.State;
import se.varjedag.pathway.trace.TracedPathways;

/// Who waits now, by days left to the longest limit still possible; the stale stand apart.
///
/// @param bands the parts of the bar, those with nobody left out
public record WaitingView(Figure figure, String total, Rich over, List<Band> bands, String label) {

    private static final int SOON = 14;
    private static final int LONG = 30;

    public WaitingView {
        bands = List.copyOf(bands);
    }

    /// One part of the bar.
    public record Band(String x, String width, String fill, String count, String words) {}

    /// How many wait in each band: more than 14 days left, up to 14, up to 30 over, more than 30 over, without a limit.
    record Counts(List<Long> bands, long overtimeDays, long stale) {

        long total() {
            return bands.stream().mapToLong(Long::longValue).sum();
        }

        long over() {
            return bands.get(2) + bands.get(3);
        }
    }

    static Counts count(TracedPathways traced, Selection selection) {
        var bands = new long[5];
        long overtime = 0;
        long stale = 0;
        int only = selection.svf().map(id -> definitionIndex(traced, id)).orElse(-1);
        var timelines = traced.timelines();
        for (int i = 0; i < traced.size(); i++) {
            var state = traced.state(i);
            if (!state.open() || (only >= 0 && traced.definition(i) != only)) {
                continue;
            }
            if (selection.region().isPresent()
                    && !selection.region().get().equals(timelines.regionText(traced.waitingRegion(i)))) {
                continue;
            }
            if (state == State.STALE) {
                stale++;
                continue;
            }
            int limit = traced.limit(i);
            if (limit < 0) {
                bands[4]++;
                continue;
            }
            int left = limit - (traced.asOf() - traced.start(i));
            bands[left > SOON ? 0 : left >= 0 ? 1 : left >= -LONG ? 2 : 3]++;
            overtime += Math.max(0, -left);
        }
        return new Counts(Arrays.stream(bands).boxed().toList(), overtime, stale);
    }

    private static int definitionIndex(TracedPathways traced, String id) {
        var all = traced.definitions().all();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    static WaitingView of(Reading reading) {
        var formats = reading.formats();
        var counts = count(reading.basis().traced(), reading.selection());
        var keys = List.of("left.long", "left.short", "over.short", "over.long", "nolimit");
        var fills = List.of("var(--data-3)", "var(--data)", "url(#hatch)", "var(--late)", "var(--data-2)");
        var bands = new ArrayList<Band>();
        var rows = new ArrayList<List<Cell>>();
        long before = 0;
        long total = counts.total();
        for (int i = 0; i < keys.size(); i++) {
            var words = reading.t("waiting." + keys.get(i));
            long count = counts.bands().get(i);
            rows.add(List.of(Cell.of(words), Cell.of(count)));
            if (count > 0) {
                bands.add(new Band(
                        Bar.length((double) before, (double) total),
                        Bar.length((double) count, (double) total),
                        fills.get(i),
                        formats.whole(count),
                        words));
            }
            before += count;
        }
        rows.add(List.of(Cell.of(reading.t("waiting.stale.row")), Cell.of(counts.stale())));
        var table = new DataTable(
                "vantar",
                List.of(
                        DataTable.Column.words(reading.t("column.band")),
                        DataTable.Column.number(reading.t("column.pathways"))),
                rows);
        var share = total == 0 ? "" : " (" + formats.percent((double) counts.over() / total, 1) + ")";
        var foot = new ArrayList<Rich>();
        foot.add(Rich.of(reading.t("waiting.overtime", formats.whole(counts.overtimeDays()))));
        foot.add(Rich.of(reading.t("waiting.stale", formats.whole(counts.stale()))));
        var figure = reading.figure("vantar", reading.t("waiting.question"), null, null, table, "vantar-nu", foot);
        return new WaitingView(
                figure,
                formats.whole(total),
                Rich.of(reading.t("waiting.over", formats.whole(counts.over()), share)),
                bands,
                reading.t("waiting.label", formats.whole(total), formats.whole(counts.over())));
    }
}
