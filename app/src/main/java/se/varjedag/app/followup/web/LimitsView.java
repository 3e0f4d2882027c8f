package se.varjedag.app.followup.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.web.Formats;
import se.varjedag.app.web.figure.Bar;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.definition.Limit;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.definition.TreatmentKind;

/// Which limit holds for which treatment, and how many kept it.
public record LimitsView(
        Figure figure, List<Row> rows, @Nullable Row sum) {

    public LimitsView {
        rows = List.copyOf(rows);
    }

    /// One kind of treatment on one track.
    ///
    /// @param why why there is no limit; empty where there is one
    public record Row(
            String kind,
            String track,
            String limit,
            boolean assumed,
            String why,
            String started,
            @Nullable Bar bar,
            String share) {}

    private record Line(Row row, Limit limit, Standing count) {}

    static LimitsView of(Reading reading, PathwayDefinition definition, Treated treated) {
        var rows = new ArrayList<Row>();
        var lines = new ArrayList<Line>();
        for (var kind : TreatmentKind.values()) {
            for (var extended : new boolean[] {false, true}) {
                var some = treated.only(one -> one.kind() == kind && one.extended() == extended);
                var limit = definition.limit(Treated.day(reading.selection()), kind, extended, false);
                var stated = limit instanceof Limit.Days
                        && (!extended || definition.extendedTrack().isPresent());
                if (some.all().isEmpty() && !stated) {
                    continue;
                }
                var row = row(reading, definition, kind, extended, limit, some.count());
                rows.add(row);
                lines.add(new Line(row, limit, some.count()));
            }
        }
        var all = treated.count();
        var sum = rows.isEmpty()
                ? null
                : new Row(
                        reading.t("limits.all"),
                        "",
                        "",
                        false,
                        "",
                        reading.formats().whole(all.n()),
                        null,
                        all.percent(reading.formats()));
        var foot = new ArrayList<Rich>();
        foot.add(Rich.of(reading.t("foot.n", reading.formats().whole(all.withLimit()))));
        if (all.assumed() > 0) {
            foot.add(Rich.of(reading.t("foot.assumed", reading.formats().whole(all.assumed()))));
        }
        var figure = reading.figure(
                "granser",
                reading.t("limits.question"),
                reading.t("limits.selected", reading.formats().date(Treated.day(reading.selection()))),
                null,
                columns(reading).table("granser", lines),
                "andel-i-tid",
                foot);
        return new LimitsView(figure, rows, sum);
    }

    private static Row row(
            Reading reading,
            PathwayDefinition definition,
            TreatmentKind kind,
            boolean extended,
            Limit limit,
            Standing count) {
        var formats = reading.formats();
        var share = count.percent(formats);
        var bar = count.bar(reading, "var(--data-2)", share);
        return new Row(
                StepNames.first(kind.word(reading.texts().language())),
                track(reading, definition, extended),
                limit instanceof Limit.Days(var days, var _) ? formats.whole(days) : reading.t("unknown.limit"),
                limit instanceof Limit.Days(var _, var assumed) && assumed,
                limit instanceof Limit.Unknown(var why)
                        ? why.explain(reading.texts().language())
                        : "",
                formats.whole(count.n()),
                bar,
                share);
    }

    private static String track(Reading reading, PathwayDefinition definition, boolean extended) {
        if (extended) {
            return definition.extendedTrack().orElse(reading.t("limits.extended"));
        }
        return definition.defaultTrack().orElse(Formats.NONE);
    }

    private static Columns<Line> columns(Reading reading) {
        var columns = new Columns<Line>()
                .words(reading.t("limits.kind"), line -> line.row().kind())
                .words(reading.t("limits.track"), line -> line.row().track())
                .number(
                        reading.t("limits.days"),
                        line -> line.limit() instanceof Limit.Days(var days, var _)
                                ? Cell.of((long) days)
                                : new Cell.Missing(reading.t("unknown.limit")));
        Standing.columns(columns, reading, Line::count);
        return columns;
    }
}
