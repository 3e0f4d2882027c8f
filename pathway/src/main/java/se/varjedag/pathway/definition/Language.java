package se.varjedag.pathway.definition;

/// The languages that people read us in.
public enum Language {
    SV,
    EN
}
