package se.varjedag.app.timeline;

/// What a delivery added to the log.
///
/// @param change the number of the change, 0 when the log already had it all
/// @param versions new versions of events, those that withdraw included
/// @param withdrawn versions that withdraw what a complete delivery lacks
/// @param takenBack versions that withdraw what the delivery takes back by name
/// @param persons persons with a new version: they are traced again
public record Added(long change, long versions, long withdrawn, long takenBack, long persons) {}
