package se.varjedag.app.indicators;

import se.varjedag.pathway.statistics.Share;

/// How an indicator came out at a place.
///
/// @param place   the code of a region or a unit; empty where it is unknown
/// @param share   of those of whom it is known
/// @param unknown of so many it is not known
public record Counted(String place, Share share, long unknown) {

    /// Both together, at the place of this one.
    public Counted plus(Counted other) {
        return new Counted(place, share.plus(other.share), unknown + other.unknown);
    }
}
