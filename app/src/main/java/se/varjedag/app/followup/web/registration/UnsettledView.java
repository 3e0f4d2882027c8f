package se.varjedag.app.followup.web.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.varjedag.app.followup.web.GroupNames;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.web.figure.Cell;
import se.varjedag.app.web.figure.Columns;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.GroupKey;
import se.varjedag.pathway.trace.Finding.Kind;

/// What is to be settled: pathways of which nothing has been heard for long, and transfers that nobody received.
///
/// @param units the units that have most of them
public record UnsettledView(Figure figure, List<UnitRow> units, String otherUnits, String total) {

    private static final Set<Kind> TO_SETTLE = Set.of(Kind.STALE, Kind.SENT_NOT_RECEIVED);
    private static final int MOST_UNITS = 15;
    private static final int MOST_PATIENTS = 100;

    public UnsettledView {
        units = List.copyOf(units);
    }

    /// One unit.
    public record UnitRow(String name, String region, String stale, String sent, String oldest) {}

    /// One pathway, for those who may see it.
    ///
    /// @param person the beginning of the pseudonym
    public record Patient(
            String person, String pathway, String start, String last, String days, String unit, String todo) {}

    private record One(Kind kind, int person, int definition, int start, int row, int days) {}

    private record Line(String unit, String region, long stale, long sent, int oldest) {}

    static UnsettledView of(Reading reading) {
        var timelines = reading.basis().traced().timelines();
        var byUnit = new HashMap<List<String>, List<One>>();
        var all = unsettled(reading);
        for (var one : all) {
            byUnit.computeIfAbsent(
                            List.of(
                                    timelines.unitText(timelines.unit(one.row())),
                                    timelines.regionText(timelines.region(one.row()))),
                            _ -> new ArrayList<>())
                    .add(one);
        }
        var lines = byUnit.entrySet().stream()
                .map(UnsettledView::line)
                .sorted(Comparator.comparingLong((Line line) -> -line.stale() - line.sent())
                        .thenComparing(Line::unit))
                .toList();
        var formats = reading.formats();
        long stale = all.stream().filter(one -> one.kind() == Kind.STALE).count();
        var figure = reading.figure(
                "att-reda-ut",
                reading.t("registration.unsettled.question"),
                reading.t(
                        "registration.unsettled.selected",
                        formats.date(reading.basis().asOf())),
                null,
                columns(reading).table("att-reda-ut", lines),
                "registrering",
                List.of(Rich.of(reading.t(
                        "registration.unsettled.foot", formats.whole(stale), formats.whole(all.size() - stale)))));
        return new UnsettledView(
                figure,
                lines.stream()
                        .limit(MOST_UNITS)
                        .map(line -> new UnitRow(
                                FindingsView.unit(reading, line.unit()),
                                GroupNames.name(reading, GroupKey.REGION, line.region()),
                                formats.whole(line.stale()),
                                formats.whole(line.sent()),
                                formats.whole(line.oldest())))
                        .toList(),
                lines.size() > MOST_UNITS
                        ? reading.t("registration.findings.otherunits", formats.whole(lines.size() - MOST_UNITS))
                        : "",
                formats.whole(all.size()));
    }

    /// The pathways one by one, the longest silence first.
    static List<Patient> patients(Reading reading) {
        var timelines = reading.basis().traced().timelines();
        var definitions = reading.basis().traced().definitions().all();
        var language = reading.texts().language();
        var formats = reading.formats();
        return unsettled(reading).stream()
                .filter(one -> reading.own().near(reading.basis().traced(), one.person()))
                .sorted(Comparator.comparingInt((One one) -> -one.days()))
                .limit(MOST_PATIENTS)
                .map(one -> new Patient(
                        person(timelines.person(one.person())),
                        one.definition() < 0
                                ? ""
                                : definitions.get(one.definition()).name(language),
                        formats.date(LocalDate.ofEpochDay(one.start())),
                        timelines.codeText(timelines.code(one.row())) + " "
                                + formats.date(LocalDate.ofEpochDay(timelines.day(one.row()))),
                        formats.whole(one.days()),
                        FindingsView.unit(reading, timelines.unitText(timelines.unit(one.row()))),
                        reading.t("registration.todo." + one.kind())))
                .toList();
    }

    /// The beginning of a pseudonym: enough to tell rows apart, and no number that anybody carries.
    static String person(String pseudonym) {
        return pseudonym.substring(0, Math.min(8, pseudonym.length()));
    }

    private static List<One> unsettled(Reading reading) {
        var chosen = Chosen.of(reading);
        var timelines = chosen.traced().timelines();
        int asOf = chosen.traced().asOf();
        var found = new ArrayList<One>();
        chosen.traced().findings().each((kind, person, definition, start, row) -> {
            if (TO_SETTLE.contains(kind) && chosen.has(definition, row)) {
                found.add(new One(kind, person, definition, start, row, asOf - timelines.day(row)));
            }
        });
        return found;
    }

    private static Line line(Map.Entry<List<String>, List<One>> entry) {
        var some = entry.getValue();
        long stale = some.stream().filter(one -> one.kind() == Kind.STALE).count();
        return new Line(
                entry.getKey().getFirst(),
                entry.getKey().getLast(),
                stale,
                some.size() - stale,
                some.stream().mapToInt(One::days).max().orElse(0));
    }

    private static Columns<Line> columns(Reading reading) {
        return new Columns<Line>()
                .words(reading.t("registration.unit"), line -> FindingsView.unit(reading, line.unit()))
                .words(reading.t("column.region"), line -> GroupNames.name(reading, GroupKey.REGION, line.region()))
                .number(reading.t("registration.stale"), line -> Cell.of(line.stale()))
                .number(reading.t("registration.sent"), line -> Cell.of(line.sent()))
                .number(reading.t("registration.oldest"), line -> Cell.of(line.oldest()));
    }
}
