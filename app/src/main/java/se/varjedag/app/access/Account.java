package se.varjedag.app.access;

import java.util.List;

/// Somebody who may sign in.
///
/// @param username    the name in the file of accounts, or the subject that an identity provider gives
/// @param name        what to call her
/// @param assignments what she may act as, the first first
public record Account(String username, String name, List<Assignment> assignments) {

    public Account {
        assignments = List.copyOf(assignments);
    }

    /// Somebody with one assignment.
    public Account(String username, String name, Assignment only) {
        this(username, name, List.of(only));
    }

    /// Somebody with one assignment that reaches everywhere.
    public Account(String username, String name, Role role) {
        this(username, name, new Assignment(role, ""));
    }
}
