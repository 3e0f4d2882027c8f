package se.varjedag.app.followup.web.open;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.followup.web.GroupNames;
import se.varjedag.app.followup.web.Reading;
import se.varjedag.app.followup.web.SelectionForm;
import se.varjedag.app.followup.web.SelectionForm.Field;
import se.varjedag.app.followup.web.SelectionForm.Option;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.web.figure.Figure;
import se.varjedag.app.web.figure.Rich;
import se.varjedag.pathway.measure.CountBy;
import se.varjedag.pathway.measure.GroupKey;

/// What may be told to everybody.
///
/// @param words  which fields of the publication are shown
/// @param action where the form leads
/// @param fields its lists
/// @param kept   what was chosen on other pages, to be carried along
/// @param moving said while the publication has no moment that stays; empty otherwise
/// @param aside  what of the selection does not hold here; empty when everything does
/// @param table  the fields; null while no year has passed
public record OpenPage(
        Rich words,
        String action,
        List<Field> fields,
        Map<String, String> kept,
        String moving,
        String aside,
        @Nullable FieldsView table) {

    public OpenPage {
        fields = List.copyOf(fields);
        kept = Map.copyOf(kept);
    }

    static OpenPage of(Reading reading, Published published) {
        var fields = fields(reading, published);
        var kept = new LinkedHashMap<>(reading.selection().given());
        fields.forEach(field -> kept.remove(field.name()));
        return new OpenPage(
                words(reading, published),
                reading.folder(),
                fields,
                kept,
                published.stays() ? "" : reading.t("open.moving"),
                aside(reading),
                published.year() == 0 ? null : FieldsView.of(reading, published));
    }

    /// Every figure of the page: what can be taken away.
    List<Figure> figures() {
        return table == null ? List.of() : List.of(table.figure());
    }

    private static Rich words(Reading reading, Published published) {
        var what = published.by() == GroupKey.SVF
                ? reading.t("open.words.svf")
                : published
                        .svf()
                        .map(id -> "**" + GroupNames.name(reading, GroupKey.SVF, id) + "**")
                        .orElseGet(() -> reading.t("open.words.all"));
        var where = published
                .place()
                .map(place -> "**" + GroupNames.name(reading, place.key(), place.code()) + "**")
                .orElseGet(() -> reading.t(
                        switch (published.by()) {
                            case REGION -> "open.words.region";
                            case HREGION -> "open.words.hregion";
                            default -> "select.nation";
                        }));
        var when = published.by() == GroupKey.YEAR
                ? reading.t("open.words.years")
                : "**" + (published.year() == 0 ? reading.t("open.words.noyear") : published.year()) + "**";
        return Rich.of(
                reading.t("open.words", what, where, when, reading.formats().moment(published.knownAt())));
    }

    /// What narrows the other pages and cannot narrow these figures.
    private static String aside(Reading reading) {
        var selection = reading.selection();
        var aside = new ArrayList<String>();
        var keys = EnumSet.of(GroupKey.UNIT, GroupKey.TREATMENT, GroupKey.SEX, GroupKey.AGE);
        keys.stream()
                .filter(selection.narrowing().only()::containsKey)
                .forEach(key -> aside.add(reading.t("select." + key.key())));
        if (selection.narrowing().limit().isPresent()) {
            aside.add(reading.t("select.limit"));
        }
        if (selection.countBy() == CountBy.START) {
            aside.add(reading.t("select.countby.start"));
        }
        if (selection.asOf().isPresent()) {
            aside.add(reading.t("select.asof"));
        }
        if (selection.knownAt().isPresent()) {
            aside.add(reading.t("select.knownat"));
        }
        return aside.isEmpty() ? "" : reading.t("open.aside", String.join(", ", aside));
    }

    private static List<Field> fields(Reading reading, Published published) {
        var fields = new ArrayList<Field>();
        var by = new ArrayList<Option>();
        for (var key : Published.KEYS) {
            by.add(new Option(key.key(), GroupNames.head(reading, key), key == published.by()));
        }
        fields.add(new Field("by", reading.t("select.by"), by));
        var years = new ArrayList<Option>();
        for (var year : published.publication().years().reversed()) {
            years.add(new Option(year.toString(), year.toString(), year == published.year()));
        }
        fields.add(new Field(Published.YEAR, reading.t("open.year"), years));
        fields.add(list(
                reading,
                GroupKey.SVF,
                reading.t("open.words.all"),
                published.svf(),
                SelectionForm.sorted(reading.basis().definitions().all(), reading.texts()).stream()
                        .map(one -> one.id())
                        .toList()));
        fields.add(list(
                reading,
                GroupKey.REGION,
                reading.t("select.nation.option"),
                chosen(published, GroupKey.REGION),
                Regions.all().stream().map(one -> one.code()).toList()));
        fields.add(list(
                reading,
                GroupKey.HREGION,
                reading.t("select.hregion.all"),
                chosen(published, GroupKey.HREGION),
                Regions.healthcareRegions()));
        return fields;
    }

    private static Optional<String> chosen(Published published, GroupKey key) {
        return published.place().filter(place -> place.key() == key).map(Published.Place::code);
    }

    private static Field list(
            Reading reading, GroupKey key, String everything, Optional<String> chosen, List<String> values) {
        var options = new ArrayList<Option>();
        options.add(new Option("", everything, chosen.isEmpty()));
        for (var value : values) {
            options.add(new Option(
                    value,
                    GroupNames.name(reading, key, value),
                    chosen.filter(value::equals).isPresent()));
        }
        return new Field(key.key(), reading.t("select." + key.key()), options);
    }
}
