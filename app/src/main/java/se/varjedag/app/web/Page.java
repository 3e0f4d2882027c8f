package se.varjedag.app.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the frame around a page shows, in finished words.
///
/// @param title     the page's name, without the product's
/// @param menu      the words of the menu that this visitor sees
/// @param second    the words of the bar below it, on the pages that share one
/// @param who       role and place of the visitor; null when nobody is signed in
/// @param name      the visitor's name; null when nobody is signed in
/// @param others    what else the visitor may act as
/// @param today     the date and week in words
/// @param week      the seven strokes of the mark
/// @param synthetic whether the data are simulated
/// @param here      the address of this page, to come back to when the language is changed
/// @param csrfName  name of the form field that proves a form is ours
/// @param csrfToken its value
/// @param notes     sentences that hold for the whole page, such as limits that are assumed
public record Page(
        String title,
        Texts texts,
        List<Link> menu,
        List<Link> second,
        @Nullable String who,
        @Nullable String name,
        List<Other> others,
        String today,
        List<Stroke> week,
        boolean synthetic,
        String here,
        String csrfName,
        String csrfToken,
        List<String> notes) {

    public Page {
        menu = List.copyOf(menu);
        second = List.copyOf(second);
        others = List.copyOf(others);
        week = List.copyOf(week);
        notes = List.copyOf(notes);
    }

    /// One word of the menu.
    ///
    /// @param current `page` on the page itself, otherwise null
    public record Link(String text, String path, @Nullable String current) {}

    /// Another assignment of the visitor.
    ///
    /// @param key what it is asked for by
    public record Other(String key, String text) {}

    /// One day of the mark: today is tall and green, the days to come are pale.
    public record Stroke(int x, int y, int height, String fill) {}

    /// A text of this page's language.
    public String t(String key, Object... values) {
        return texts.text(key, values);
    }

    /// The tag of the page's language.
    public String lang() {
        return texts.text("language.tag");
    }

    /// The same page with one more sentence above its content.
    public Page noting(String note) {
        var all = new ArrayList<>(notes);
        all.add(note);
        return with(second, all);
    }

    /// The same page whose second bar carries a choice along.
    ///
    /// @param query the end of an address, with its question mark; empty for none
    public Page carrying(String query) {
        return with(
                second.stream()
                        .map(link -> new Link(link.text(), link.path() + query, link.current()))
                        .toList(),
                notes);
    }

    private Page with(List<Link> otherSecond, List<String> otherNotes) {
        return new Page(
                title,
                texts,
                menu,
                otherSecond,
                who,
                name,
                others,
                today,
                week,
                synthetic,
                here,
                csrfName,
                csrfToken,
                otherNotes);
    }
}
