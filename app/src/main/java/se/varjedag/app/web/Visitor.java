package se.varjedag.app.web;

import java.util.Set;

/// The person before the screen, in the words of the frame.
///
/// @param name    what to call the person
/// @param roles   keys of the roles (`process-leader`, `analyst` …); their words are the texts `role.<key>`
/// @param place   the unit or region the person works for; empty when none
/// @param region  county code of the person's own region; empty when none
public record Visitor(String name, Set<String> roles, String place, String region) {

    public Visitor {
        roles = Set.copyOf(roles);
    }

    /// Whether the visitor has one of these roles.
    public boolean isOneOf(Set<String> some) {
        return roles.stream().anyMatch(some::contains);
    }
}
