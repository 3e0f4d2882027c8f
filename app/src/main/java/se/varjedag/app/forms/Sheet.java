package se.varjedag.app.forms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.varjedag.app.forms.Item.Condition;
import se.varjedag.app.forms.Questionnaire.Spot;

/// A form with answers in it: which items are asked, what is counted, and what stands where.
///
/// An answer to a question that is not asked says nothing: no condition and no score sees it, and it is left out of
/// what is sent in. A condition inside a repeating group looks at the same time round; from outside, at every time.
public final class Sheet {
    private final Questionnaire form;
    private final Answers typed;
    private final Map<String, Boolean> asked = new HashMap<>();
    private final Answers answers;

    private Sheet(Questionnaire form, Answers typed) {
        this.form = form;
        this.typed = typed;
        this.answers = counted();
    }

    /// The form with these answers. What is counted is counted anew.
    public static Sheet of(Questionnaire form, Answers answers) {
        return new Sheet(form, answers);
    }

    /// One item at one place.
    ///
    /// @param path  what its answers are kept under; of a group, what its items' paths follow from
    /// @param asked whether its conditions, and those of the groups around it, hold
    public record Place(Item item, String path, boolean asked, List<Place> places) {
        public Place {
            places = List.copyOf(places);
        }
    }

    public Questionnaire form() {
        return form;
    }

    /// The answers to what is asked, with what is counted.
    public Answers answers() {
        return answers;
    }

    /// Everything in its order, each repeating group as many times as it was filled in.
    ///
    /// @param more the path of a repeating group that is shown once more; empty for none
    public List<Place> places(String more) {
        return places(form.items(), "", more);
    }

    private List<Place> places(List<Item> items, String before, String more) {
        var all = new ArrayList<Place>();
        for (var item : items) {
            var path = before + item.id();
            if (item.type() != Item.Type.GROUP) {
                all.add(new Place(item, path, isAsked(item, before), List.of()));
            } else if (item.repeats()) {
                int times = typed.times(path) + (path.equals(more) ? 1 : 0);
                for (int time = 0; time < times; time++) {
                    var inside = path + ":" + time;
                    all.add(new Place(item, inside, isAsked(item, before), places(item.items(), inside + "/", more)));
                }
            } else {
                all.add(new Place(item, path, isAsked(item, before), places(item.items(), before, more)));
            }
        }
        return all;
    }

    /// @param before the times round of the repeating groups that the item stands in, `a:0/b:1/`
    private boolean isAsked(Item item, String before) {
        var known = asked.get(before + item.id());
        if (known != null) {
            return known;
        }
        var spot = form.spot(item.id());
        boolean holds = (spot.inside().isEmpty() || groupIsAsked(spot, before))
                && (item.conditions().isEmpty()
                        || (item.anyOfThem()
                                ? item.conditions().stream().anyMatch(one -> holds(one, before))
                                : item.conditions().stream().allMatch(one -> holds(one, before))));
        asked.put(before + item.id(), holds);
        return holds;
    }

    private boolean groupIsAsked(Spot spot, String before) {
        var group = form.spot(spot.inside());
        return isAsked(group.item(), before(group, before));
    }

    /// The times round that an outer item stands in.
    private static String before(Spot outer, String inner) {
        var segments = inner.isEmpty() ? new String[0] : inner.split("/", -1);
        var start = new StringBuilder();
        for (int at = 0; at < outer.groups().size() && at < segments.length; at++) {
            start.append(segments[at]).append('/');
        }
        return start.toString();
    }

    private boolean holds(Condition condition, String before) {
        var spot = form.spot(condition.question());
        var all = new ArrayList<Value>();
        for (var start : starts(spot, before)) {
            if (isAsked(spot.item(), start)) {
                all.addAll(typed.at(start + spot.item().id()));
            }
        }
        return condition.holds(all);
    }

    /// The times round of a question as seen from elsewhere: the same where both stand in a group, else every one.
    private List<String> starts(Spot question, String from) {
        var segments = from.isEmpty() ? new String[0] : from.split("/", -1);
        var starts = List.of("");
        boolean same = true;
        for (int depth = 0; depth < question.groups().size(); depth++) {
            var group = question.groups().get(depth);
            same = same && depth < segments.length && segments[depth].startsWith(group + ":");
            var next = new ArrayList<String>();
            for (var start : starts) {
                if (same) {
                    next.add(start + segments[depth] + "/");
                } else {
                    for (int time = 0; time < typed.times(start + group); time++) {
                        next.add(start + group + ":" + time + "/");
                    }
                }
            }
            starts = next;
        }
        return starts;
    }

    private Answers counted() {
        var all = new LinkedHashMap<String, List<Value>>();
        for (var place : flat(places(""))) {
            if (!place.asked() || !place.item().asks()) {
                continue;
            }
            var calculation = place.item().calculation();
            if (calculation == null) {
                all.put(place.path(), typed.at(place.path()));
            } else {
                count(place.item(), calculation, all).ifPresent(value -> all.put(place.path(), List.of(value)));
            }
        }
        return new Answers(all);
    }

    private Optional<Value> count(Item item, Calculation calculation, Map<String, List<Value>> all) {
        var numbers = new ArrayList<BigDecimal>();
        all.forEach((path, values) -> {
            var id = path.substring(path.lastIndexOf('/') + 1);
            if (calculation.of().contains(id)) {
                var question = form.spot(id).item();
                values.forEach(
                        value -> question.worth(value, calculation.worth()).ifPresent(numbers::add));
            }
        });
        return calculation.number(numbers).flatMap(number -> value(item, number));
    }

    private static Optional<Value> value(Item item, BigDecimal number) {
        return switch (item.type()) {
            case INTEGER ->
                Optional.of(
                        new Value.Whole(number.setScale(0, RoundingMode.HALF_UP).intValue()));
            case DECIMAL -> Optional.of(new Value.Decimal(number));
            case CHOICE -> {
                @Nullable Value last = null;
                for (var option : item.options()) {
                    if (option.worth() != null && option.worth().compareTo(number) <= 0) {
                        last = option.value();
                    }
                }
                yield Optional.ofNullable(last);
            }
            default -> Optional.empty();
        };
    }

    /// Places and those inside them, each before what it holds.
    public static List<Place> flat(List<Place> places) {
        var all = new ArrayList<Place>();
        for (var place : places) {
            all.add(place);
            all.addAll(flat(place.places()));
        }
        return all;
    }
}
