package se.varjedag.app.timeline;

import java.util.Map;
import java.util.UUID;

/// Hears who the persons of a delivery are, in its transaction. The module that keeps the numbers implements it; the
/// log itself knows pseudonyms only.
public interface PersonsSeen {

    /// The persons by what the delivery calls them (a number in its canonical form where it is one), with their
    /// pseudonyms.
    void seen(Map<String, UUID> persons);
}
