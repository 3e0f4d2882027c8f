package se.varjedag.app.intake;

/// A row that could not be used: where it stands, what it said (a person's id is masked), and why it could not be used.
public record RejectedRow(long line, String column, String value, String swedish, String english) {}
