package se.varjedag.app.intake.mapping;

/// A code and the system it belongs to: a URI, `urn:oid:…`, or the name that HL7 version 2 gives it.
public record Coding(String system, String code) {}
