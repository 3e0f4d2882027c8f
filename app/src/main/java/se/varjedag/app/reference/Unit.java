package se.varjedag.app.reference;

/// A care unit, with the caregiver (vårdgivare: who answers for the care in law) that it belongs to.
public record Unit(String id, String name, String kind, String caregiver, String region) {}
