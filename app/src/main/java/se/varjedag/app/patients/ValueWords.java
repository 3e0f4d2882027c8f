package se.varjedag.app.patients;

import se.varjedag.app.timeline.ClinicalValue.Fact;
import se.varjedag.app.web.Texts;

/// Says clinical values in words. The module that knows what the values are called implements it.
public interface ValueWords {
    /// What the value is of: `PSA`.
    String name(Fact fact, Texts texts);

    /// The value with its unit, and its reason where it has one: `18,2 µg/l`.
    String value(Fact fact, Texts texts);
}
