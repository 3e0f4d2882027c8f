package se.varjedag.app.identity;

import java.util.Optional;
import se.varjedag.eventlog.IdentityNumber;

/// What a source told of who somebody is.
///
/// @param name       empty where none was told: then what is known already stays
/// @param protection empty where nothing was said of it: then what is known already stays
public record SeenPerson(IdentityNumber number, Optional<String> name, Optional<Protection> protection) {

    /// Somebody of whom only the number was told.
    public static SeenPerson of(IdentityNumber number) {
        return new SeenPerson(number, Optional.empty(), Optional.empty());
    }

    boolean onlyNumber() {
        return name.isEmpty() && protection.isEmpty();
    }

    /// Tells nothing.
    @Override
    public String toString() {
        return "SeenPerson ••••";
    }
}
