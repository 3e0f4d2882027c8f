package se.varjedag.pathway.definition;

import java.util.List;
import java.util.OptionalInt;

/// Where a definition comes from and how far it can be trusted.
///
/// @param introduced the year it came into use
/// @param version the version that the numbers come from, and later ones known to exist
/// @param tableStatus whether later versions may have changed the numbers
/// @param source the addresses that were read
public record Provenance(
        OptionalInt introduced, Words version, Words tableStatus, Confidence confidence, List<String> source) {}
