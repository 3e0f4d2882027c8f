package se.varjedag.app.reference;

/// One of the 21 regions: county code (`01`), the county's letters (`AB`), name, and healthcare region
/// (`stockholm-gotland`).
public record Region(String code, String letters, String name, String healthcareRegion) {}
