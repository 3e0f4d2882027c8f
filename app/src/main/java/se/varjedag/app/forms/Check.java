package se.varjedag.app.forms;

import java.util.ArrayList;
import java.util.List;
import se.varjedag.app.forms.Sheet.Place;

/// Holds answers against their form: what is required, how many, of what type, how long, between which limits.
public final class Check {
    private Check() {}

    /// What is wrong with these answers, in the order of the form; nothing when they can be sent in.
    public static List<Trouble> of(Questionnaire form, Answers answers) {
        var sheet = Sheet.of(form, answers);
        var troubles = new ArrayList<Trouble>();
        var known = new ArrayList<String>();
        check(sheet.places(""), true, answers, sheet.answers(), known, troubles);
        answers.values().keySet().stream()
                .filter(path -> !known.contains(path))
                .forEach(path -> troubles.add(new Trouble(path, "unknown")));
        return troubles;
    }

    /// @param needed whether what is required here is: in a group that may be left out it is not, until something in it
    ///               is answered
    private static void check(
            List<Place> places,
            boolean needed,
            Answers answers,
            Answers asked,
            List<String> known,
            List<Trouble> troubles) {
        for (var place : places) {
            known.add(place.path());
            boolean answered = Sheet.flat(List.of(place)).stream()
                    .anyMatch(one -> !asked.at(one.path()).isEmpty());
            if (place.item().type() == Item.Type.GROUP) {
                boolean inside = place.asked() && ((needed && place.item().required()) || answered);
                check(place.places(), inside, answers, asked, known, troubles);
            } else {
                if (needed
                        && place.asked()
                        && place.item().required()
                        && place.item().asks()
                        && !answered) {
                    troubles.add(new Trouble(place.path(), "required"));
                }
                check(place, answers.at(place.path()), troubles);
            }
        }
    }

    private static void check(Place place, List<Value> values, List<Trouble> troubles) {
        var item = place.item();
        var path = place.path();
        if (!place.asked()) {
            if (!values.isEmpty()) {
                troubles.add(new Trouble(path, "not-asked"));
            }
            return;
        }
        if (!item.repeats() && values.size() > 1) {
            troubles.add(new Trouble(path, "one-only"));
        }
        values.forEach(value -> check(item, path, value, troubles));
    }

    private static void check(Item item, String path, Value value, List<Trouble> troubles) {
        if (!Types.fits(item.type(), value)) {
            troubles.add(new Trouble(path, "not-" + item.type().code()));
            return;
        }
        boolean beside = item.type() == Item.Type.OPEN_CHOICE && value instanceof Value.Words;
        if (!item.options().isEmpty() && item.option(value).isEmpty() && !beside) {
            troubles.add(new Trouble(path, "not-choice"));
        }
        if (value instanceof Value.Words(var text) && item.maxLength() > 0 && text.length() > item.maxLength()) {
            troubles.add(new Trouble(path, "too-long", Integer.toString(item.maxLength())));
        }
        var lowest = item.lowest();
        if (lowest != null && value.against(lowest).orElse(0) < 0) {
            troubles.add(new Trouble(path, "too-low", lowest.written()));
        }
        var highest = item.highest();
        if (highest != null && value.against(highest).orElse(0) > 0) {
            troubles.add(new Trouble(path, "too-high", highest.written()));
        }
    }
}
