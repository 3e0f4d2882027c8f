package se.varjedag.app.strategy;

import java.time.Instant;
import se.varjedag.app.access.Acting;

/// Who wrote an entry, and when.
///
/// @param by username
public record Signed(Instant at, String by, String name) {

    /// What somebody writes at a moment.
    public static Signed of(Acting acting, Instant at) {
        return new Signed(at, acting.account().username(), acting.account().name());
    }
}
