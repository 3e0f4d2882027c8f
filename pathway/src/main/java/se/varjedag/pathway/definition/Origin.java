package se.varjedag.pathway.definition;

/// A place in a definition file. Lines and columns count from 1.
record Origin(String file, int line, int column) {}
