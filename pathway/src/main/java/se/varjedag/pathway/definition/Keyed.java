package se.varjedag.pathway.definition;

/// A choice that has a word of its own in the files.
interface Keyed {

    /// The word used in the files.
    String key();
}
