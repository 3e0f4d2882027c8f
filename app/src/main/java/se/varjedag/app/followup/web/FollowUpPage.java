package se.varjedag.app.followup.web;

import java.util.List;
import java.util.function.Function;
import se.varjedag.app.web.figure.Figure;

/// One of the pages under Följ upp: where it lies, how it is made from a reading, and what can be taken away from it.
///
/// A package declares its pages as beans, and has a controller of its own only where a page does more than to be
/// shown.
///
/// @param kind     what the page is made into
/// @param path     its address; its files lie below
/// @param title    key of its title
/// @param template what shows it
/// @param name     what the template calls it
/// @param own      the names of the choices that are the page's own
/// @param make     makes it
/// @param figures  what can be taken away from it
public record FollowUpPage<P>(
        Class<P> kind,
        String path,
        String title,
        String template,
        String name,
        List<String> own,
        Function<Reading, P> make,
        Function<P, List<Figure>> figures) {

    public FollowUpPage {
        own = List.copyOf(own);
    }
}
