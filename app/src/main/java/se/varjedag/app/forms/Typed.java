package se.varjedag.app.forms;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.varjedag.app.database.StoredText;
import se.varjedag.app.forms.Sheet.Place;
import se.varjedag.app.reference.Sweden;

/// What somebody has typed into the fields of a form, as it stands there: a draft is kept so, and nothing typed is lost
/// because it cannot be read yet.
///
/// @param fields what each field holds, by its name: the path of a place, with `~unit` for the unit of an amount and
///               `~other` for words beside the options
public record Typed(Map<String, List<String>> fields) {
    public static final String UNIT = "~unit";
    public static final String OTHER = "~other";
    /// More than anybody types into one field.
    private static final int LONGEST = 20_000;

    private static final int MOST = 50;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    public Typed {
        var copy = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, held) -> copy.put(name, List.copyOf(held)));
        fields = java.util.Collections.unmodifiableMap(copy);
    }

    /// What was read of it.
    public record Read(Answers answers, List<Trouble> troubles) {
        public Read {
            troubles = List.copyOf(troubles);
        }
    }

    /// What of this belongs to the form's fields; the rest of a request is left out.
    public Typed of(Questionnaire form) {
        var own = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, held) -> {
            var path = name.replaceFirst("~(unit|other)$", "");
            var id = path.substring(path.lastIndexOf('/') + 1);
            var spot = form.spots().get(id);
            if (spot != null && spot.item().asks() && !spot.item().readOnly() && stands(spot.groups(), path)) {
                own.put(
                        name,
                        held.stream()
                                .limit(MOST)
                                .map(text ->
                                        StoredText.whole(text.length() > LONGEST ? text.substring(0, LONGEST) : text))
                                .toList());
            }
        });
        return new Typed(own);
    }

    private static boolean stands(List<String> groups, String path) {
        var segments = path.split("/", -1);
        if (segments.length != groups.size() + 1) {
            return false;
        }
        for (int at = 0; at < groups.size(); at++) {
            if (!segments[at].matches(java.util.regex.Pattern.quote(groups.get(at)) + ":\\d{1,2}")) {
                return false;
            }
        }
        return true;
    }

    /// The fields that hold these answers: what a form shows of them.
    public static Typed showing(Questionnaire form, Answers answers) {
        var fields = new LinkedHashMap<String, List<String>>();
        answers.values().forEach((path, values) -> {
            var item = form.spot(path.substring(path.lastIndexOf('/') + 1)).item();
            for (var value : values) {
                boolean beside = item.type() == Item.Type.OPEN_CHOICE
                        && item.option(value).isEmpty();
                fields.computeIfAbsent(beside ? path + OTHER : path, _ -> new ArrayList<>())
                        .add(value.written());
                if (value instanceof Value.Amount amount) {
                    fields.computeIfAbsent(path + UNIT, _ -> new ArrayList<>()).add(unitKey(amount));
                }
            }
        });
        return new Typed(fields);
    }

    /// The fields of a form that nobody has touched: what its definition says they hold at the start.
    public static Typed untouched(Questionnaire form) {
        var all = new LinkedHashMap<String, List<Value>>();
        form.all().filter(item -> !item.initial().isEmpty()).forEach(item -> {
            var before = new StringBuilder();
            form.spot(item.id()).groups().forEach(group -> before.append(group).append(":0/"));
            all.put(before + item.id(), item.initial());
        });
        return showing(form, new Answers(all));
    }

    /// What the fields say. A field that cannot be read is a trouble, and no answer.
    public Read read(Questionnaire form) {
        var answers = new LinkedHashMap<String, List<Value>>();
        var troubles = new ArrayList<Trouble>();
        var there = new LinkedHashMap<String, List<Value>>();
        fields.keySet().forEach(name -> there.put(name.replaceFirst("~.*$", ""), List.of(new Value.Truth(true))));
        for (var place : Sheet.flat(Sheet.of(form, new Answers(there)).places(""))) {
            if (place.item().asks() && !place.item().readOnly()) {
                answers.put(place.path(), read(place, troubles));
            }
        }
        return new Read(new Answers(answers), troubles);
    }

    private List<Value> read(Place place, List<Trouble> troubles) {
        var item = place.item();
        var values = new ArrayList<Value>();
        var held = fields.getOrDefault(place.path(), List.of());
        var units = fields.getOrDefault(place.path() + UNIT, List.of());
        for (int at = 0; at < held.size(); at++) {
            var text = held.get(at).strip();
            if (!text.isEmpty()) {
                var value = read(item, text, at < units.size() ? units.get(at) : "");
                value.ifPresent(values::add);
                if (value.isEmpty()) {
                    troubles.add(new Trouble(place.path(), "not-" + item.type().code()));
                }
            }
        }
        if (item.type() == Item.Type.OPEN_CHOICE) {
            for (var words : fields.getOrDefault(place.path() + OTHER, List.of())) {
                if (!words.isBlank()) {
                    values.add(new Value.Words(words.strip()));
                }
            }
        }
        return values;
    }

    private static Optional<Value> read(Item item, String text, String unit) {
        if (!item.options().isEmpty()) {
            return item.options().stream()
                    .filter(option -> option.key().equals(text))
                    .map(Item.Option::value)
                    .findFirst();
        }
        try {
            return switch (item.type()) {
                case GROUP, DISPLAY -> Optional.empty();
                case BOOLEAN ->
                    text.equals("true") || text.equals("false")
                            ? Optional.of(new Value.Truth(text.equals("true")))
                            : Optional.empty();
                case INTEGER -> Optional.of(new Value.Whole(Integer.parseInt(number(text))));
                case DECIMAL -> Optional.of(new Value.Decimal(decimal(text)));
                case DATE -> Optional.of(new Value.Day(LocalDate.parse(text)));
                case DATE_TIME ->
                    Optional.of(new Value.Moment(LocalDateTime.parse(text.replace(' ', 'T'))
                            .atZone(Sweden.TIME)
                            .toOffsetDateTime()));
                case TIME -> Optional.of(new Value.Hour(LocalTime.parse(text.replace('.', ':'))));
                case STRING, TEXT, CHOICE, OPEN_CHOICE -> Optional.of(new Value.Words(clean(text)));
                case URL -> new URI(text).isAbsolute() ? Optional.of(new Value.Link(text)) : Optional.empty();
                case QUANTITY -> amount(item, decimal(text), unit);
            };
        } catch (DateTimeException | NumberFormatException | URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static Optional<Value> amount(Item item, BigDecimal number, String unit) {
        if (item.units().isEmpty()) {
            return Optional.of(new Value.Amount(number, "", "", ""));
        }
        return item.units().stream()
                .filter(one -> item.units().size() == 1 || unitKey(one).equals(unit))
                .findFirst()
                .map(one -> new Value.Amount(number, one.unit(), one.system(), one.code()));
    }

    /// What the field of a unit holds.
    public static String unitKey(Value.Amount unit) {
        return unit.code().isEmpty() ? unit.unit() : unit.code();
    }

    /// A number as people write it here: with a comma, a real minus sign or spaces between thousands.
    private static String number(String text) {
        return text.replace('\u2212', '-').replaceAll("[\\s\u00a0\u202f]", "");
    }

    private static BigDecimal decimal(String text) {
        var number = number(text).replace(',', '.');
        // An exponent would let three letters ask for a number of a million digits.
        if (!number.matches("[+-]?\\d{1,18}(\\.\\d{1,18})?")) {
            throw new NumberFormatException();
        }
        return new BigDecimal(number.startsWith("+") ? number.substring(1) : number);
    }

    private static String clean(String text) {
        return text.replace("\0", "").replace("\r\n", "\n");
    }

    static String written(OffsetDateTime at) {
        return MOMENT.format(at);
    }

    static String written(LocalTime time) {
        return TIME.format(time);
    }
}
