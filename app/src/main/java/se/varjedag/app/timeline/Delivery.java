package se.varjedag.app.timeline;

/// What one import run hands to the log: which run it is, and whether it holds all that its sources have.
public record Delivery(long importRun, boolean complete) {}
