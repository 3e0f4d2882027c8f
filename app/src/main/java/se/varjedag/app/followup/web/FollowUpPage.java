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
/// @param asks     whether it asks for one pathway before it shows much
public record FollowUpPage<P>(
        Class<P> kind,
        String path,
        String title,
        String template,
        String name,
        List<String> own,
        Function<Reading, P> make,
        Function<P, List<Figure>> figures,
        boolean asks) {

    public FollowUpPage {
        own = List.copyOf(own);
    }

    /// A page that shows the whole country at once.
    public FollowUpPage(
            Class<P> kind,
            String path,
            String title,
            String template,
            String name,
            List<String> own,
            Function<Reading, P> make,
            Function<P, List<Figure>> figures) {
        this(kind, path, title, template, name, own, make, figures, false);
    }

    /// The same page, as one that asks for a pathway before it shows much.
    public FollowUpPage<P> ofOnePathway() {
        return new FollowUpPage<>(kind, path, title, template, name, own, make, figures, true);
    }
}
