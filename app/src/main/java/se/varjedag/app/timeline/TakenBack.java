package se.varjedag.app.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event that its source takes back by its name alone: where the log has it, its next version is withdrawn.
///
/// @param registered when the source took it back, if it says so
/// @param before so many rows of the delivery stand before it
public record TakenBack(String source, String id, @Nullable Instant registered, int before) {}
