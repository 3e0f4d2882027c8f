package se.varjedag.pathway.prognosis;

import java.time.LocalDate;

/// A chance that was given on a day, and what came of it.
///
/// @param svf the id of the pathway's definition
/// @param kept whether treatment started within the limit
public record Forecast(LocalDate madeOn, String svf, double chance, boolean kept) {}
