package se.varjedag.pathway.event;

/// One numbering of the texts of several lists; 0 is the empty text.
interface Numbering {
    /// One more than the different texts that are not empty.
    int size();

    /// The place of each number of a list.
    int[] places(int list);

    String text(int place);
}
