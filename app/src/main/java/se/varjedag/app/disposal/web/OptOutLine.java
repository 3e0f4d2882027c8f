package se.varjedag.app.disposal.web;

/// One line of a receipt, in the reader's language.
public record OptOutLine(String holder, String amount, String what) {}
