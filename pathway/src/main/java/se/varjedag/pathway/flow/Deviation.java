package se.varjedag.pathway.flow;

import se.varjedag.pathway.definition.MeasuringPoint;

/// How one way differs from the order that its definition describes.
public sealed interface Deviation {

    /// A point that the way described passes is not on this way: not done, or not recorded.
    record Skipped(MeasuringPoint point) implements Deviation {}

    /// A point is there on more than one day.
    record Repeated(MeasuringPoint point) implements Deviation {}

    /// A point came before one that always goes before it.
    record TooEarly(MeasuringPoint point, MeasuringPoint before) implements Deviation {}
}
