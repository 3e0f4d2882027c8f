package se.varjedag.app.intake.mapping;

/// How a row of the mapping finds the pathway of an event.
public sealed interface WhichPathway {
    /// The row names it.
    record Named(String definition) implements WhichPathway {}

    /// The diagnosis that the sender gives as the reason decides it.
    record OfItsReason() implements WhichPathway {}

    /// Nothing names it: the tracer places the point in the pathway that is open that day (rule 16).
    record Open() implements WhichPathway {}
}
