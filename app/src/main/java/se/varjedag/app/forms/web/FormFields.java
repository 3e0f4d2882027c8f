package se.varjedag.app.forms.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.forms.Item;
import se.varjedag.app.forms.Sheet;
import se.varjedag.app.forms.Sheet.Place;
import se.varjedag.app.forms.Trouble;
import se.varjedag.app.forms.Typed;
import se.varjedag.app.forms.Value;
import se.varjedag.app.web.Texts;

/// The fields of a form in finished words.
public final class FormFields {
    /// More options than this are chosen in a list.
    private static final int FEW = 8;

    private final Typed typed;
    private final List<Trouble> troubles;
    private final Texts texts;
    private final boolean easy;

    FormFields(Typed typed, List<Trouble> troubles, Texts texts, boolean easy) {
        this.typed = typed;
        this.troubles = List.copyOf(troubles);
        this.texts = texts;
        this.easy = easy;
    }

    /// A field, or a group of them.
    ///
    /// @param kind    how it is drawn: `group`, `display`, `radios`, `checks`, `list`, `words`, `line`, `amount`
    /// @param id      of the element that a trouble leads to
    /// @param input   the type of a line's input
    /// @param mode    which keyboard a telephone shows; null for the usual
    /// @param asked   whether it is asked now
    /// @param trouble what is wrong, in words; empty where nothing is
    /// @param again   whether the group can be filled in once more from here
    public record Field(
            String kind,
            String path,
            String id,
            String label,
            String hint,
            boolean asked,
            boolean required,
            String input,
            @Nullable String mode,
            List<Choice> choices,
            List<Line> lines,
            String other,
            boolean open,
            int maxLength,
            String trouble,
            boolean again,
            List<Field> fields) {}

    /// One of the answers to choose among.
    public record Choice(String key, String id, String label, boolean chosen) {}

    /// One line to write in.
    ///
    /// @param label what the lines after the first are called; null for the first
    public record Line(String text, String id, @Nullable String label, List<Choice> units) {}

    List<Field> of(Sheet sheet, String more) {
        return fields(sheet.places(more));
    }

    private List<Field> fields(List<Place> places) {
        var all = new ArrayList<Field>();
        for (int at = 0; at < places.size(); at++) {
            var place = places.get(at);
            if (!isCounted(place)) {
                boolean last = at + 1 == places.size()
                        || !places.get(at + 1).item().id().equals(place.item().id());
                all.add(field(place, last && place.item().repeats()));
            }
        }
        return all;
    }

    /// What nobody types is shown with the answer, not among the questions.
    private static boolean isCounted(Place place) {
        return place.item().readOnly()
                || (!place.places().isEmpty() && place.places().stream().allMatch(FormFields::isCounted));
    }

    private Field field(Place place, boolean last) {
        var item = place.item();
        var kind = kind(item);
        return new Field(
                kind,
                place.path(),
                id(place.path()),
                item.text().in(texts.language(), easy),
                hint(item),
                place.asked(),
                item.required(),
                input(item.type()),
                mode(item.type()),
                choices(place),
                kind.equals("line") || kind.equals("amount") || kind.equals("words") ? lines(place) : List.of(),
                typed.fields().getOrDefault(place.path() + Typed.OTHER, List.of()).stream()
                        .findFirst()
                        .orElse(""),
                item.type() == Item.Type.OPEN_CHOICE,
                item.maxLength(),
                trouble(place.path()),
                last && item.type() == Item.Type.GROUP,
                fields(place.places()));
    }

    static String id(String path) {
        return "f-" + path.replaceAll("[^A-Za-z0-9-]", "_");
    }

    private static String kind(Item item) {
        if (!item.options().isEmpty()) {
            return item.repeats() ? "checks" : item.options().size() > FEW ? "list" : "radios";
        }
        return switch (item.type()) {
            case GROUP -> "group";
            case DISPLAY -> "display";
            case BOOLEAN -> item.repeats() ? "checks" : "radios";
            case TEXT -> "words";
            case QUANTITY -> "amount";
            case DECIMAL, INTEGER, DATE, DATE_TIME, TIME, STRING, URL, CHOICE, OPEN_CHOICE -> "line";
        };
    }

    private static String input(Item.Type type) {
        return switch (type) {
            case DATE -> "date";
            case DATE_TIME -> "datetime-local";
            case TIME -> "time";
            case URL -> "url";
            default -> "text";
        };
    }

    private static @Nullable String mode(Item.Type type) {
        return switch (type) {
            case INTEGER -> "numeric";
            case DECIMAL, QUANTITY -> "decimal";
            default -> null;
        };
    }

    private String hint(Item item) {
        var said = new ArrayList<String>();
        if (item.asks()) {
            if (item.lowest() != null && item.highest() != null) {
                said.add(texts.text(
                        "forms.hint.between",
                        item.lowest().written(),
                        item.highest().written()));
            }
            if (item.repeats() && !item.options().isEmpty()) {
                said.add(texts.text("forms.hint.several"));
            }
            if (!item.required()) {
                said.add(texts.text("forms.hint.optional"));
            }
        }
        return String.join(" ", said);
    }

    private List<Choice> choices(Place place) {
        var item = place.item();
        var held = typed.fields().getOrDefault(place.path(), List.of());
        if (item.type() == Item.Type.BOOLEAN) {
            return List.of(
                    choice(place, "true", texts.text("forms.yes"), held),
                    choice(place, "false", texts.text("forms.no"), held));
        }
        return item.options().stream()
                .map(option -> choice(place, option.key(), option.label().in(texts.language(), easy), held))
                .toList();
    }

    private static Choice choice(Place place, String key, String label, List<String> held) {
        return new Choice(key, id(place.path() + "-" + key), label, held.contains(key));
    }

    /// The lines that are filled in; of a question with several answers one more.
    private List<Line> lines(Place place) {
        var held = new ArrayList<>(typed.fields().getOrDefault(place.path(), List.of()).stream()
                .filter(text -> !text.isBlank())
                .toList());
        var units = typed.fields().getOrDefault(place.path() + Typed.UNIT, List.of());
        if (held.isEmpty() || place.item().repeats()) {
            held.add("");
        }
        var all = new ArrayList<Line>();
        for (int at = 0; at < held.size(); at++) {
            var unit = at < units.size() ? units.get(at) : "";
            var id = id(place.path()) + (at == 0 ? "" : "-" + at);
            all.add(new Line(
                    held.get(at),
                    id,
                    at == 0 ? null : place.item().text().in(texts.language(), easy),
                    place.item().units().stream()
                            .map(one -> new Choice(
                                    Typed.unitKey(one),
                                    id,
                                    one.unit(),
                                    Typed.unitKey(one).equals(unit)))
                            .toList()));
        }
        return all;
    }

    private String trouble(String path) {
        return troubles.stream()
                .filter(one -> one.path().equals(path))
                .map(one -> texts.text("forms.trouble." + one.what(), one.than()))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /// One answer as it is read afterwards.
    ///
    /// @param head whether it is the heading of a group
    public record Said(boolean head, String label, List<String> answers) {}

    /// What was answered, with the headings it stands under.
    static List<Said> said(Sheet sheet, Texts texts, boolean easy) {
        var all = new ArrayList<Said>();
        said(sheet.places(""), sheet, texts, easy, all);
        return all;
    }

    private static void said(List<Place> places, Sheet sheet, Texts texts, boolean easy, List<Said> all) {
        for (var place : places) {
            if (!place.asked()) {
                continue;
            }
            var label = place.item().text().in(texts.language(), easy);
            if (place.item().type() == Item.Type.GROUP) {
                all.add(new Said(true, label, List.of()));
                said(place.places(), sheet, texts, easy, all);
            } else if (place.item().asks()) {
                all.add(new Said(
                        false,
                        label,
                        sheet.answers().at(place.path()).stream()
                                .map(value -> written(place.item(), value, texts, easy))
                                .toList()));
            }
        }
    }

    static String written(Item item, Value value, Texts texts, boolean easy) {
        var option =
                item.options().stream().filter(one -> one.value().same(value)).findFirst();
        if (option.isPresent()) {
            return option.get().label().in(texts.language(), easy);
        }
        return switch (value) {
            case Value.Truth(var yes) -> texts.text(yes ? "forms.yes" : "forms.no");
            case Value.Whole(var number) -> texts.formats().whole(number);
            case Value.Decimal(var number) ->
                item.readOnly() ? texts.formats().whole(Math.round(number.doubleValue())) : number(number, texts);
            case Value.Day(var day) -> texts.formats().date(day);
            case Value.Moment(var at) -> texts.formats().moment(at.toInstant());
            case Value.Amount amount -> number(amount.number(), texts) + "\u00a0" + amount.unit();
            case Value.Choice choice -> choice.display().isEmpty() ? choice.code() : choice.display();
            case Value.Hour _, Value.Words _, Value.Link _ -> value.written();
        };
    }

    private static String number(BigDecimal number, Texts texts) {
        var plain = number.stripTrailingZeros();
        return texts.formats().decimal(number.doubleValue(), Math.clamp(plain.scale(), 0, 1));
    }
}
