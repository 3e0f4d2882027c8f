package se.varjedag.app.web;

import java.util.Set;

/// One word in the menu. A module that has a page of its own declares a bean of this type.
///
/// @param order smaller stands first
/// @param text  key of its word
/// @param path  where it leads
/// @param roles who sees it; empty means everyone signed in
public record MenuItem(int order, String text, String path, Set<String> roles) {

    public MenuItem {
        roles = Set.copyOf(roles);
    }

    /// Whether a visitor is shown this word.
    public boolean shownTo(Visitor visitor) {
        return roles.isEmpty() || visitor.roles().stream().anyMatch(roles::contains);
    }
}
