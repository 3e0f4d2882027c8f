package se.varjedag.app.results.open.web;

import java.util.List;
import se.varjedag.app.web.Page;

/// What stands around a page, and in its head.
///
/// @param description for who finds it by searching
/// @param canonical   the one address of this page in its language
/// @param swedish     its address in Swedish
/// @param english     in English
/// @param query       what carries the language along in links; empty for Swedish
public record Around(
        Page page,
        String description,
        List<Page.Link> menu,
        String canonical,
        String swedish,
        String english,
        String other,
        String query,
        boolean synthetic) {
    public Around {
        menu = List.copyOf(menu);
    }

    public String t(String key, Object... values) {
        return page.t(key, values);
    }

    /// An open address that keeps the language.
    public String to(String path) {
        return OpenFrame.PATH + path + (query.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + query.substring(1));
    }
}
