package se.varjedag.pathway.reported;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.trace.TracedPathways;

/// What one tracing gives to report, person by person: of each pathway with national codes its start and, where it has
/// ended, its end.
final class PersonRows {
    /// Other medical reasons, death before treatment among them: what the coding guides say of a pathway that death
    /// ends.
    private static final String OTHER_MEDICAL_REASONS = "74";

    private final TracedPathways traced;
    private final String[] prefixes;

    /// One pathway's rows.
    ///
    /// @param startCode the code of the event that opened it, as it was registered
    /// @param endCode   the code of the event that closed it, as it was registered
    record Rows(
            int definition,
            int startDay,
            ReportedRow start,
            @Nullable ReportedRow end,
            String startCode,
            String endCode) {}

    PersonRows(TracedPathways traced) {
        this.traced = traced;
        this.prefixes = prefixes(traced.definitions());
    }

    private static String[] prefixes(Definitions definitions) {
        return definitions.all().stream()
                .map(definition -> definition.prefix().orElse(""))
                .toArray(String[]::new);
    }

    TracedPathways traced() {
        return traced;
    }

    /// Whether the pathways of a definition have national codes.
    boolean national(int definition) {
        return !prefixes[definition].isEmpty();
    }

    /// The pathways of a person, in the order they opened.
    List<Rows> of(int person) {
        var all = new ArrayList<Rows>();
        for (int i = traced.firstOf(person); i < traced.firstOf(person + 1); i++) {
            if (national(traced.definition(i))) {
                all.add(rows(i, person));
            }
        }
        return all;
    }

    private Rows rows(int pathway, int person) {
        var timelines = traced.timelines();
        int definition = traced.definition(pathway);
        var home = timelines.regionText(timelines.homeRegion(person));
        int opened = traced.startRow(pathway);
        var startCode = timelines.codeText(timelines.code(opened));
        var start = new ReportedRow(
                startCode,
                LocalDate.ofEpochDay(traced.start(pathway)),
                timelines.regionText(timelines.region(opened)),
                home,
                definition,
                ReportedRow.Kind.START);
        if (traced.state(pathway).open()) {
            return new Rows(definition, traced.start(pathway), start, null, startCode, "");
        }
        var endCode = timelines.codeText(timelines.code(traced.endRow(pathway)));
        boolean died = traced.endSuffix(pathway) == TracedPathways.DIED;
        var end = new ReportedRow(
                died ? prefixes[definition] + OTHER_MEDICAL_REASONS : endCode,
                LocalDate.ofEpochDay(traced.end(pathway)),
                timelines.regionText(traced.endRegion(pathway)),
                home,
                definition,
                kind(pathway));
        return new Rows(definition, traced.start(pathway), start, end, startCode, endCode);
    }

    private ReportedRow.Kind kind(int pathway) {
        return switch (traced.state(pathway)) {
            case TREATED -> ReportedRow.Kind.TREATED;
            case LEFT -> ReportedRow.Kind.LEFT;
            case CRITERIA_NOT_MET -> ReportedRow.Kind.NOT_MET;
            case WAITING, STALE -> throw new IllegalStateException("An open pathway has no end");
        };
    }

    /// Whether the person has an event of this code, day and region, whatever it does.
    boolean has(int person, String code, LocalDate day, String region) {
        var timelines = traced.timelines();
        for (int row = timelines.from(person); row < timelines.to(person); row++) {
            if (timelines.day(row) == day.toEpochDay()
                    && timelines.codeText(timelines.code(row)).equals(code)
                    && timelines.regionText(timelines.region(row)).equals(region)) {
                return true;
            }
        }
        return false;
    }
}
