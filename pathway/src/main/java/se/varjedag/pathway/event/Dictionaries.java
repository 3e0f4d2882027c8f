package se.varjedag.pathway.event;

/// What the numbers in the rows of [Timelines] stand for.
record Dictionaries(
        SortedUnion persons,
        SortedUnion codes,
        SortedUnion units,
        SortedUnion regions,
        SortedUnion pathways,
        SortedUnion refs,
        Traits traits) {}
