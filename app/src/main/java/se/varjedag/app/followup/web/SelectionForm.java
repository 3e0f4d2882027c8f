package se.varjedag.app.followup.web;

import java.text.Collator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.definition.PathwayDefinition;
import se.varjedag.pathway.measure.CountBy;

/// The selection in words, and the form that changes it.
///
/// @param words  what stands under the title of the page
/// @param action where the form leads
/// @param fields its lists
/// @param kept   what else was chosen, by name: it stays chosen
/// @param asOf   the chosen day; empty for the latest
/// @param latest the latest day there is
/// @param knownAt the chosen moment, in local time as the browser writes it; empty for now
/// @param nothing why there is nothing to count; empty when there is
/// @param now the latest moment there is knowledge of, in the same writing
/// @param moved said where the first month asked for lies after the last, which is then shown alone; empty otherwise
public record SelectionForm(
        Rich words,
        String action,
        List<Field> fields,
        Map<String, String> kept,
        String asOf,
        String latest,
        String knownAt,
        String now,
        String nothing,
        String moved) {

    private static final int MONTHS = 36;

    /// To the minute, or finer where an instant was asked for: as the browser's field reads it.
    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 3, true)
            .toFormatter(Locale.ROOT);

    public SelectionForm {
        fields = List.copyOf(fields);
        kept = Map.copyOf(kept);
    }

    /// One list to choose from, or a whole number to write where there is no list.
    ///
    /// @param number what is written; empty in a list
    public record Field(String name, String label, List<Option> options, String number) {

        /// A list.
        public Field(String name, String label, List<Option> options) {
            this(name, label, options, "");
        }

        public Field {
            options = List.copyOf(options);
        }
    }

    /// One line of a list.
    ///
    /// @param selected whether it is the choice
    public record Option(String value, String text, boolean selected) {}

    /// The form of Läget: one month.
    static SelectionForm ofMonth(Reading reading, String action) {
        var texts = reading.texts();
        var fields = new ArrayList<Field>();
        fields.add(pathways(reading));
        fields.add(regions(reading));
        fields.add(months(
                reading, "to", texts.text("select.month"), reading.selection().to()));
        fields.add(countBy(reading));
        return form(
                reading,
                action,
                fields,
                texts.formats().month(reading.selection().to()));
    }

    /// The form of a page about a span of months.
    static SelectionForm ofSpan(Reading reading, String action) {
        var texts = reading.texts();
        var fields = new ArrayList<Field>();
        fields.add(regions(reading));
        fields.add(months(
                reading, "from", texts.text("select.from"), reading.selection().from()));
        fields.add(months(
                reading, "to", texts.text("select.to"), reading.selection().to()));
        fields.add(countBy(reading));
        var span = texts.formats()
                .months(reading.selection().from(), reading.selection().to());
        return form(reading, action, fields, span);
    }

    /// The form of a page under Följ upp: everything that follows along between the pages, and the page's own lists.
    ///
    /// @param own the lists of the page itself, which stand first
    public static SelectionForm ofFollowUp(Reading reading, List<Field> own) {
        var texts = reading.texts();
        var fields = new ArrayList<>(own);
        fields.add(pathways(reading));
        fields.add(regions(reading));
        fields.addAll(NarrowingFields.of(reading));
        fields.add(months(
                reading, "from", texts.text("select.from"), reading.selection().from()));
        fields.add(months(
                reading, "to", texts.text("select.to"), reading.selection().to()));
        fields.add(countBy(reading));
        var span = texts.formats()
                .months(reading.selection().from(), reading.selection().to());
        return form(reading, reading.folder(), fields, span);
    }

    private static SelectionForm form(Reading reading, String action, List<Field> fields, String period) {
        var selection = reading.selection();
        var texts = reading.texts();
        var counted = selection.countBy().key();
        var where = selection.region().map(Regions::name).orElseGet(() -> texts.text("select.nation"));
        var strongWhere = selection.region().isPresent() ? "**" + where + "**" : where;
        var ended = texts.text("select.ended." + counted);
        var rule = texts.text("select.counted." + counted);
        var asOf = texts.formats().date(reading.basis().asOf());
        var known = reading.basis().knownAt();
        var knownAt = selection.knownAt().isPresent()
                ? texts.formats().moment(known)
                : texts.formats().date(LocalDate.ofInstant(known, Sweden.TIME));
        var choosesPathway = fields.stream().anyMatch(field -> field.name().equals("svf"));
        var words = choosesPathway
                ? texts.text("select.words", what(reading), strongWhere, ended, period, rule, asOf, knownAt)
                : texts.text("select.words.one", strongWhere, ended, period, rule, asOf, knownAt);
        return new SelectionForm(
                Rich.of(words + NarrowingFields.words(reading)),
                action,
                fields,
                kept(selection, fields),
                selection.asOf().map(Object::toString).orElse(""),
                reading.basis().asOf().toString(),
                selection.knownAt().map(SelectionForm::local).orElse(""),
                local(known),
                reading.basis().traced().size() > 0
                        ? ""
                        : texts.text(selection.knownAt().isPresent() ? "select.nothing.then" : "select.nothing"),
                moved(reading, fields));
    }

    private static String moved(Reading reading, List<Field> fields) {
        var formats = reading.formats();
        var selection = reading.selection();
        return fields.stream().noneMatch(field -> field.name().equals("from"))
                ? ""
                : selection
                        .moved()
                        .map(from -> reading.t("select.moved", formats.month(from), formats.month(selection.to())))
                        .orElse("");
    }

    private static Map<String, String> kept(Selection selection, List<Field> fields) {
        var kept = new LinkedHashMap<>(selection.given());
        fields.forEach(field -> kept.remove(field.name()));
        kept.remove("asOf");
        kept.remove("knownAt");
        return kept;
    }

    private static String local(Instant moment) {
        return LOCAL.format(moment.atZone(Sweden.TIME));
    }

    private static String what(Reading reading) {
        var texts = reading.texts();
        return reading.selection()
                .svf()
                .flatMap(reading.basis().definitions()::byId)
                .map(one -> "**" + one.name(texts.language()) + "**")
                .orElseGet(() -> texts.text(
                        "select.all", reading.basis().definitions().all().size()));
    }

    private static Field pathways(Reading reading) {
        var texts = reading.texts();
        var chosen = reading.selection().svf().orElse("");
        var options = new ArrayList<Option>();
        options.add(new Option(
                "", texts.text("select.all", reading.basis().definitions().all().size()), chosen.isEmpty()));
        for (var one : sorted(reading.basis().definitions().all(), texts)) {
            options.add(
                    new Option(one.id(), one.name(texts.language()), one.id().equals(chosen)));
        }
        return new Field("svf", texts.text("select.svf"), options);
    }

    /// The definitions by name in the order of the reader's alphabet.
    public static List<PathwayDefinition> sorted(List<PathwayDefinition> all, Texts texts) {
        var order = Collator.getInstance(Locale.of(texts.text("language.tag")));
        return all.stream()
                .sorted(Comparator.comparing(one -> one.name(texts.language()), order))
                .toList();
    }

    private static Field regions(Reading reading) {
        var texts = reading.texts();
        var chosen = reading.selection().region().orElse("");
        var options = new ArrayList<Option>();
        options.add(new Option("", texts.text("select.nation.option"), chosen.isEmpty()));
        for (var region : Regions.all()) {
            options.add(new Option(region.code(), region.name(), region.code().equals(chosen)));
        }
        return new Field("region", texts.text("select.region"), options);
    }

    private static Field months(Reading reading, String name, String label, YearMonth chosen) {
        var options = new ArrayList<Option>();
        var month = Selection.lastFullMonth(reading.basis().asOf());
        for (int i = 0; i < MONTHS; i++) {
            options.add(new Option(month.toString(), reading.texts().formats().month(month), month.equals(chosen)));
            month = month.minusMonths(1);
        }
        if (options.stream().noneMatch(Option::selected)) {
            options.addFirst(
                    new Option(chosen.toString(), reading.texts().formats().month(chosen), true));
        }
        return new Field(name, label, options);
    }

    private static Field countBy(Reading reading) {
        var texts = reading.texts();
        var options = new ArrayList<Option>();
        for (var rule : CountBy.values()) {
            options.add(new Option(
                    rule.key(),
                    texts.text("select.countby." + rule.key()),
                    rule == reading.selection().countBy()));
        }
        return new Field("countBy", texts.text("select.countby"), options);
    }
}
