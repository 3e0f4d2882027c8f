package se.varjedag.app.web;

/// One word in the menu, shown to those who may open its page. A module that has a page declares a bean of this type.
///
/// @param order smaller stands first
/// @param text  key of its word
/// @param path  where it leads
/// @param under the path of the word whose second bar it stands in; empty for the first bar
public record MenuItem(int order, String text, String path, String under) {

    /// A word of the first bar.
    public MenuItem(int order, String text, String path) {
        this(order, text, path, "");
    }

    /// Whether an address is this page or one under it.
    boolean leadsTo(String address) {
        return address.equals(path) || address.startsWith(path + "/");
    }
}
