package se.varjedag.app.identity;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import se.varjedag.pathway.trace.TracedPathways;

/// Writes events or pathways of a period as CSV, with the pseudonyms of a project. Numbers of referrals and of
/// events in their sources are left out: with them two projects could be joined.
final class ExportedRows {
    private final TracedPathways traced;
    private final ProjectPseudonyms pseudonyms;
    private final int from;
    private final int to;
    private long lines;
    private long persons;

    ExportedRows(TracedPathways traced, ProjectPseudonyms pseudonyms, LocalDate from, LocalDate to) {
        this.traced = traced;
        this.pseudonyms = pseudonyms;
        this.from = (int) from.toEpochDay();
        this.to = (int) to.toEpochDay();
    }

    long lines() {
        return lines;
    }

    long persons() {
        return persons;
    }

    /// Every event whose day lies in the period, in columns that the commands here read.
    void events(Writer out) throws IOException {
        out.write("person,code,time,unit,region,home_region,sex,born,pathway\n");
        var timelines = traced.timelines();
        for (int p = 0; p < timelines.persons(); p++) {
            var whom = "";
            for (int row = timelines.from(p); row < timelines.to(p); row++) {
                int day = timelines.day(row);
                if (day < from || day > to) {
                    continue;
                }
                whom = named(whom, p);
                line(
                        out,
                        whom,
                        timelines.codeText(timelines.code(row)),
                        LocalDate.ofEpochDay(day).toString(),
                        timelines.unitText(timelines.unit(row)),
                        timelines.regionText(timelines.region(row)),
                        timelines.regionText(timelines.homeRegion(p)),
                        timelines.sex(p) == 0 ? "" : String.valueOf((char) timelines.sex(p)),
                        timelines.born(p) == 0 ? "" : String.valueOf(timelines.born(p)),
                        timelines.pathwayText(timelines.pathway(row)));
            }
        }
    }

    /// Every pathway that began in the period.
    void pathways(Writer out) throws IOException {
        out.write("person,svf,start,end,state,treatment,days,limit,region,unit\n");
        var timelines = traced.timelines();
        for (int p = 0; p < timelines.persons(); p++) {
            var whom = "";
            for (int i = traced.firstOf(p); i < traced.firstOf(p + 1); i++) {
                if (traced.start(i) < from || traced.start(i) > to) {
                    continue;
                }
                whom = named(whom, p);
                boolean ended = traced.end(i) != TracedPathways.NONE;
                var treatment = traced.treatment(i);
                line(
                        out,
                        whom,
                        traced.definitions().all().get(traced.definition(i)).id(),
                        LocalDate.ofEpochDay(traced.start(i)).toString(),
                        ended ? LocalDate.ofEpochDay(traced.end(i)).toString() : "",
                        traced.state(i).name().toLowerCase(Locale.ROOT),
                        treatment == null ? "" : treatment.name().toLowerCase(Locale.ROOT),
                        ended ? String.valueOf(traced.end(i) - traced.start(i)) : "",
                        traced.limit(i) < 0 ? "" : String.valueOf(traced.limit(i)),
                        timelines.regionText(ended ? traced.endRegion(i) : traced.waitingRegion(i)),
                        timelines.unitText(ended ? traced.endUnit(i) : traced.waitingUnit(i)));
            }
        }
    }

    private String named(String known, int person) {
        if (!known.isEmpty()) {
            return known;
        }
        persons++;
        return pseudonyms.of(UUID.fromString(traced.timelines().person(person))).toString();
    }

    private void line(Writer out, String... values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(quoted(values[i]));
        }
        out.write('\n');
        lines++;
    }

    private static String quoted(String value) {
        return value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + value.replace("\"", "\"\"") + '"'
                : value;
    }
}
