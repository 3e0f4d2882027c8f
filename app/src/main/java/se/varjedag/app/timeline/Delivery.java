package se.varjedag.app.timeline;

import java.time.Instant;

/// What one import run hands to the log: which run it is, when it came, and whether it holds all that its sources have.
public record Delivery(long importRun, Instant at, boolean complete) {}
