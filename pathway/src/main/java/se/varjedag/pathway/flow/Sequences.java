package se.varjedag.pathway.flow;

import java.util.List;

/// Cases in columns, each with its activities in order of time: what is needed to see what follows what.
public interface Sequences {

    /// How many cases there are.
    int cases();

    /// The first event of a case; its events are `from(index)` up to, but not with, `to(index)`.
    int from(int index);

    int to(int index);

    /// The activity of an event, as an index into [#activities()].
    int activity(int event);

    /// The time of an event, in a unit that the log chooses; never falling within a case.
    long time(int event);

    /// The names of the activities.
    List<String> activities();
}
