package se.varjedag.pathway.event;

/// Consecutive persons who came into the timelines of a [Replaced] together.
///
/// @param touched true when they come from the touched timelines, false when from those that were there before
/// @param from the first of them there
/// @param to one past the last of them there
/// @param at the place of the first of them now
/// @param firstRow the first row of theirs there
/// @param rowAt the place of that row now
public record Stretch(boolean touched, int from, int to, int at, int firstRow, int rowAt) {}
