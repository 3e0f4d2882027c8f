package se.varjedag.app.intake.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.reference.UnitDeliveries;
import se.varjedag.app.reference.UnitPeriod;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.Language;

/// The page of units: which there are on a day, whom each belonged to then and before, and the files that told it.
///
/// @param day    the day asked about, as a form writes it
/// @param search what names and ids are searched for
/// @param count  how many there are, in words
/// @param more   a sentence when not all fit; empty otherwise
public record UnitsPage(
        boolean maySend,
        String day,
        String search,
        String count,
        String more,
        List<UnitRow> units,
        List<DeliveryRow> deliveries,
        List<RefusedRow> refused) {

    private static final int MOST = 50;

    public UnitsPage {
        units = List.copyOf(units);
        deliveries = List.copyOf(deliveries);
        refused = List.copyOf(refused);
    }

    /// One unit.
    ///
    /// @param closed whether it is closed on the day asked about
    /// @param before how it was in other times, one sentence each
    public record UnitRow(
            String id,
            String name,
            String kind,
            String region,
            String caregiver,
            String parent,
            String holds,
            boolean closed,
            List<String> before) {

        public UnitRow {
            before = List.copyOf(before);
        }
    }

    /// One file of units.
    public record DeliveryRow(String file, String by, String at, String units, String changed, String rejected) {}

    /// One row of the latest file that could not be used.
    public record RefusedRow(String line, String column, String value, String reason) {}

    static UnitsPage of(
            boolean maySend, LocalDate day, String search, Units units, UnitDeliveries deliveries, Texts texts) {
        var formats = texts.formats();
        var found = units.histories().entrySet().stream()
                .filter(entry -> matches(entry.getKey(), entry.getValue(), search))
                .toList();
        Map<String, String> caregivers = new HashMap<>();
        var rows = new ArrayList<UnitRow>();
        for (var entry : found.subList(0, Math.min(MOST, found.size()))) {
            rows.add(row(entry.getValue(), day, units, caregivers, texts));
        }
        var latest = deliveries.latest();
        var refused = latest.isEmpty()
                ? List.<UnitDeliveries.Refused>of()
                : deliveries.refused(latest.getFirst().id());
        return new UnitsPage(
                maySend,
                day.toString(),
                search,
                texts.text("units.count", formats.whole(found.size())),
                found.size() > MOST ? texts.text("units.more", formats.whole(MOST)) : "",
                rows,
                latest.stream()
                        .map(one -> new DeliveryRow(
                                one.file(),
                                one.by(),
                                formats.moment(one.at()),
                                formats.whole(one.units()),
                                formats.whole(one.changed()),
                                formats.whole(one.rejected())))
                        .toList(),
                refused.stream()
                        .map(one -> new RefusedRow(
                                formats.whole(one.line()),
                                one.column(),
                                one.value().isEmpty() ? texts.text("data.empty") : one.value(),
                                texts.language() == Language.SV ? one.swedish() : one.english()))
                        .toList());
    }

    private static boolean matches(String id, List<UnitPeriod> history, String search) {
        var wanted = search.toLowerCase(Locale.ROOT);
        return id.toLowerCase(Locale.ROOT).contains(wanted)
                || history.stream()
                        .anyMatch(period ->
                                period.unit().name().toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static UnitRow row(
            List<UnitPeriod> history, LocalDate day, Units units, Map<String, String> caregivers, Texts texts) {
        var then = history.stream()
                .filter(period -> !day.isBefore(period.from()) && !day.isAfter(period.to()))
                .findFirst();
        var shown = then.orElse(history.getLast());
        var unit = shown.unit();
        return new UnitRow(
                unit.id(),
                unit.name(),
                unit.kind(),
                unit.region().isEmpty() ? "–" : Regions.name(unit.region()),
                caregiver(shown, units, caregivers),
                shown.parent().isEmpty() ? "" : texts.text("units.partof", units.name(shown.parent())),
                span(shown, texts),
                then.isEmpty(),
                history.stream()
                        .filter(period -> !period.equals(shown))
                        .map(period -> texts.text(
                                "units.then",
                                span(period, texts),
                                period.unit().name(),
                                caregiver(period, units, caregivers)))
                        .collect(Collectors.toList()));
    }

    private static String caregiver(UnitPeriod period, Units units, Map<String, String> known) {
        return known.computeIfAbsent(period.unit().caregiver(), units::caregiverName);
    }

    private static String span(UnitPeriod period, Texts texts) {
        var since = period.since().map(LocalDate::toString);
        var until = period.until().map(LocalDate::toString);
        if (since.isEmpty()) {
            return until.map(day -> texts.text("units.until", day)).orElse(texts.text("units.always"));
        }
        return until.map(day -> texts.text("units.between", since.get(), day))
                .orElse(texts.text("units.since", since.get()));
    }
}
