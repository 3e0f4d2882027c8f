package se.varjedag.pathway.change;

import java.time.LocalDate;

/// Who waited at the end of an earlier day, as an answer as of that day says (rules 18, 20 and 21).
///
/// Read [EarlierDays] for how they are found.
///
/// @param waiting   those open of whom something had been heard within 180 days
/// @param stale     those open of whom nothing had been heard for as long, counted apart
/// @param withLimit those of the waiting whose limit was known: the longest still possible
/// @param overLimit those of them who had waited longer than it
public record WaitingThen(LocalDate day, long waiting, long stale, long withLimit, long overLimit) {}
