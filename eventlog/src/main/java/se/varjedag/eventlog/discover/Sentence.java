package se.varjedag.eventlog.discover;

/// One thing said in the two languages of the product.
public record Sentence(String english, String swedish) {}
