package se.varjedag.pathway.event;

/// What the numbers in the rows of [Timelines] stand for.
record Dictionaries(
        Numbering persons,
        SortedUnion codes,
        SortedUnion units,
        SortedUnion regions,
        SortedUnion pathways,
        SortedUnion refs,
        Traits traits) {

    /// The persons in the order of their names.
    ///
    /// @throws IllegalStateException if they stand as they were met
    SortedUnion sortedPersons() {
        if (persons instanceof SortedUnion sorted) {
            return sorted;
        }
        throw new IllegalStateException("Persons that stand as they were met cannot be looked up by name");
    }
}
