package se.varjedag.app.web;

import java.util.List;

/// The person before the screen, in the words of the frame.
///
/// @param name    what to call the person
/// @param role    key of what the person acts as (`process-leader`, `analyst` …); its word is the text `role.<key>`
/// @param place   the unit or region the person works for; empty when none
/// @param region  county code of the person's own region; empty when none
/// @param unit    id of the unit the person works at; empty when none
/// @param others  what else the person may act as
public record Visitor(String name, String role, String place, String region, String unit, List<Other> others) {

    public Visitor {
        others = List.copyOf(others);
    }

    /// Another assignment of the same person.
    ///
    /// @param key   what it is asked for by
    /// @param role  key of its role
    /// @param place the unit or region in words; empty when none
    public record Other(String key, String role, String place) {}
}
