package se.varjedag.app.web;

import java.util.Set;

/// One word in the menu. A module that has a page of its own declares a bean of this type.
///
/// @param order smaller stands first
/// @param text  key of its word
/// @param path  where it leads
/// @param roles who sees it; empty means everyone signed in
/// @param under the path of the word whose second bar it stands in; empty for the first bar
public record MenuItem(int order, String text, String path, Set<String> roles, String under) {

    public MenuItem {
        roles = Set.copyOf(roles);
    }

    /// A word of the first bar.
    public MenuItem(int order, String text, String path, Set<String> roles) {
        this(order, text, path, roles, "");
    }

    /// Whether a visitor is shown this word.
    public boolean shownTo(Visitor visitor) {
        return roles.isEmpty() || visitor.isOneOf(roles);
    }

    /// Whether an address is this page or one under it.
    boolean leadsTo(String address) {
        return address.equals(path) || address.startsWith(path + "/");
    }
}
