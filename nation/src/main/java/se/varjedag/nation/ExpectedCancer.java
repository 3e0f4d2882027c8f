package se.varjedag.nation;

/// How many new cases a region expects in a year, of those a pathway is for: the denominator of inclusion.
public record ExpectedCancer(String svf, String homeRegion, int year, double cases) {}
