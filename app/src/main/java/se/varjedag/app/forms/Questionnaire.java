package se.varjedag.app.forms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A form: what is asked, when, and what is counted from the answers. A FHIR R4 Questionnaire as it was read from its
/// resource.
///
/// @param id      what it is called in addresses and in the database
/// @param url     its canonical address
/// @param version a new one for every change: an answer names the version it was given to
/// @param lead    what is said before the first question
public record Questionnaire(
        String id, String url, String version, Wording title, Wording lead, List<Item> items, Map<String, Spot> spots) {

    /// Where an item stands.
    ///
    /// @param groups the repeating groups around it, the outermost first
    /// @param inside the group it stands in; empty for none
    public record Spot(Item item, List<String> groups, String inside) {
        public Spot {
            groups = List.copyOf(groups);
        }
    }

    public Questionnaire {
        items = List.copyOf(items);
        spots = Map.copyOf(spots);
    }

    /// A form of these items.
    static Questionnaire of(String id, String url, String version, Wording title, Wording lead, List<Item> items) {
        var spots = new HashMap<String, Spot>();
        place(items, List.of(), "", spots);
        return new Questionnaire(id, url, version, title, lead, items, spots);
    }

    private static void place(List<Item> items, List<String> groups, String inside, Map<String, Spot> spots) {
        for (var item : items) {
            spots.put(item.id(), new Spot(item, groups, inside));
            boolean again = item.type() == Item.Type.GROUP && item.repeats();
            place(
                    item.items(),
                    again ? Stream.concat(groups.stream(), Stream.of(item.id())).toList() : groups,
                    item.id(),
                    spots);
        }
    }

    /// The item with this id.
    ///
    /// @throws IllegalArgumentException when there is none
    Spot spot(String item) {
        var spot = spots.get(item);
        if (spot == null) {
            throw new IllegalArgumentException("The form %s has no item '%s'".formatted(id, item));
        }
        return spot;
    }

    /// Every item, in the order of the form.
    public Stream<Item> all() {
        return all(items);
    }

    private static Stream<Item> all(List<Item> items) {
        return items.stream().flatMap(item -> Stream.concat(Stream.of(item), all(item.items())));
    }

    /// The items that are counted.
    public List<Item> scores() {
        return all().filter(item -> item.calculation() != null).toList();
    }
}
