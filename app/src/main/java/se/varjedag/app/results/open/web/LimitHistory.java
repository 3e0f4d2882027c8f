package se.varjedag.app.results.open.web;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Predicate;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.Definitions;
import se.varjedag.pathway.definition.Language;
import se.varjedag.pathway.definition.LimitRow;
import se.varjedag.pathway.definition.PathwayDefinition;

/// A pathway with its limits, those that held before and those that hold.
///
/// @param now     the limits that hold today, in words
/// @param before  those that held before, in words; empty where none is known
/// @param version of the table, and how well it is known
/// @param sources the addresses that were read
public record LimitHistory(
        String id,
        String name,
        String now,
        String before,
        String version,
        String standing,
        List<Row> rows,
        List<String> sources) {

    public LimitHistory {
        rows = List.copyOf(rows);
        sources = List.copyOf(sources);
    }

    /// A row of the table of lead times.
    ///
    /// @param track  empty where it holds for every one
    /// @param held   from when to when
    /// @param holds  whether it is a limit today
    /// @param ended  that it holds no more, in words; empty where it does
    /// @param note   what is said of it, what it is when it is no limit, and that it is assumed where it is
    public record Row(
            String treatment,
            String track,
            String days,
            String between,
            String held,
            boolean holds,
            String ended,
            String note) {}

    /// All of them by their names.
    static List<LimitHistory> of(Definitions definitions, LocalDate today, Texts texts) {
        var collator = Collator.getInstance(Locale.of(texts.text("language.tag")));
        return definitions.all().stream()
                .map(one -> of(one, today, texts))
                .sorted(Comparator.comparing(LimitHistory::name, collator))
                .toList();
    }

    private static LimitHistory of(PathwayDefinition definition, LocalDate today, Texts texts) {
        var language = texts.language();
        var now = days(definition, texts, row -> row.validOn(today));
        var before = days(definition, texts, row -> ended(row, today));
        return new LimitHistory(
                definition.id(),
                definition.name(language),
                now.isEmpty() ? texts.text("unknown.limit") : now,
                before.equals(now) ? "" : before,
                definition.version().in(language),
                definition.tableStatus().in(language),
                definition.limits().stream()
                        .sorted(Comparator.comparing(
                                        (LimitRow row) -> row.treatment().in(language))
                                .thenComparing(row -> row.track().orElse(""))
                                .thenComparing(LimitRow::validFrom, Comparator.reverseOrder()))
                        .map(row -> row(row, today, texts))
                        .toList(),
                definition.source());
    }

    /// What was made up for a simulation is no limit.
    private static boolean known(LimitRow row) {
        return row.isLimit() && !row.assumed();
    }

    private static boolean ended(LimitRow row, LocalDate today) {
        return row.validTo().filter(last -> last.isBefore(today)).isPresent();
    }

    /// The known limits among some rows: `28–42 dagar`.
    private static String days(PathwayDefinition definition, Texts texts, Predicate<LimitRow> which) {
        var days = new TreeSet<Integer>();
        definition.limits().stream()
                .filter(LimitHistory::known)
                .filter(which)
                .forEach(row -> row.days().ifPresent(days::add));
        if (days.isEmpty()) {
            return "";
        }
        return days.size() == 1
                ? texts.formats().days(days.first())
                : days.first() + "–" + texts.formats().days(days.last());
    }

    private static Row row(LimitRow row, LocalDate today, Texts texts) {
        var language = texts.language();
        var formats = texts.formats();
        return new Row(
                row.treatment().in(language),
                row.track().orElse(""),
                row.days().isPresent() ? formats.days(row.days().getAsInt()) : texts.text("public.unknown"),
                row.from().in(language) + " – " + row.to().in(language),
                row.validTo()
                        .map(last ->
                                texts.text("public.pathways.fromto", formats.date(row.validFrom()), formats.date(last)))
                        .orElseGet(() -> texts.text("public.pathways.from", formats.date(row.validFrom()))),
                known(row) && row.validOn(today),
                ended(row, today) ? texts.text("public.pathways.ended") : "",
                note(row, texts, language));
    }

    private static String note(LimitRow row, Texts texts, Language language) {
        var all = new ArrayList<String>();
        if (!row.isLimit()) {
            all.add(texts.text("public.pathways." + row.kind().key()));
        }
        if (row.assumed()) {
            all.add(texts.text("public.pathways.assumed"));
        }
        row.note().ifPresent(words -> all.add(words.in(language)));
        return String.join(" · ", all);
    }
}
