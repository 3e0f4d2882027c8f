package se.varjedag.app.timeline;

/// The log of care events in PostgreSQL.
public class EventLog {}
