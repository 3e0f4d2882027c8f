package se.varjedag.app.identity.web;

import java.time.LocalDate;
import java.util.List;
import se.varjedag.app.identity.Exports;
import se.varjedag.app.web.Texts;

/// The page of exports: what may be chosen, and what was handed out.
///
/// @param from the first day that stands in the form, as a form writes it
public record ExportPage(List<String> projects, String from, String to, List<Row> done) {

    public ExportPage {
        projects = List.copyOf(projects);
        done = List.copyOf(done);
    }

    /// What was handed out once.
    ///
    /// @param seal the beginning of the file's SHA-256
    public record Row(
            String project,
            String what,
            String period,
            String lines,
            String persons,
            String by,
            String at,
            String seal) {}

    static ExportPage of(Exports exports, LocalDate today, Texts texts) {
        var formats = texts.formats();
        return new ExportPage(
                exports.projects().stream().map(Exports.Project::name).toList(),
                LocalDate.of(today.getYear() - 1, 1, 1).toString(),
                LocalDate.of(today.getYear() - 1, 12, 31).toString(),
                exports.done().stream()
                        .map(one -> new Row(
                                one.project(),
                                texts.text("export.what." + one.what()),
                                texts.text("export.period", one.from(), one.to()),
                                formats.whole(one.lines()),
                                formats.whole(one.persons()),
                                one.by(),
                                formats.moment(one.at()),
                                one.sha256().substring(0, 12)))
                        .toList());
    }
}
