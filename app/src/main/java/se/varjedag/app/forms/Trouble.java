package se.varjedag.app.forms;

/// What is wrong with what was answered at one place.
///
/// @param what a key of texts: `required`, `not-a-number` …
/// @param than the limit that it goes beyond, as it is written; empty where there is none
public record Trouble(String path, String what, String than) {
    Trouble(String path, String what) {
        this(path, what, "");
    }
}
