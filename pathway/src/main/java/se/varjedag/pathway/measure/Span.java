package se.varjedag.pathway.measure;

/// Days from a first to a last, both inside, as epoch days; empty when the last comes before the first.
record Span(int first, int last) {

    /// No day.
    static final Span EMPTY = new Span(Integer.MAX_VALUE, Integer.MIN_VALUE);

    boolean isEmpty() {
        return last < first;
    }

    /// The shortest span that holds both.
    Span with(Span other) {
        return new Span(Math.min(first, other.first), Math.max(last, other.last));
    }
}
