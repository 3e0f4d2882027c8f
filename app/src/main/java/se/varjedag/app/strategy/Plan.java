package se.varjedag.app.strategy;

import java.time.LocalDate;

/// A plan of a healthcare region for a period.
///
/// @param source where it was read from; empty when it was written here
public record Plan(long id, String healthcareRegion, String name, LocalDate from, LocalDate to, String source) {}
