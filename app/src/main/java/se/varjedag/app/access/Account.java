package se.varjedag.app.access;

import java.util.List;

/// Somebody who may sign in.
///
/// @param username    the name in the file of accounts, or the subject that an identity provider gives
/// @param name        what to call her
/// @param assignments what she may act as, the first first
/// @param vouched     whether an identity provider vouches for her, and not a password of ours
public record Account(String username, String name, List<Assignment> assignments, boolean vouched) {

    public Account {
        assignments = List.copyOf(assignments);
    }

    /// Somebody with an account here.
    public Account(String username, String name, List<Assignment> assignments) {
        this(username, name, assignments, false);
    }

    /// Somebody for whom an identity provider vouches.
    public static Account ofProvider(String username, String name, List<Assignment> assignments) {
        return new Account(username, name, assignments, true);
    }

    /// Somebody with one assignment.
    public Account(String username, String name, Assignment only) {
        this(username, name, List.of(only));
    }

    /// Somebody with one assignment that reaches everywhere.
    public Account(String username, String name, Role role) {
        this(username, name, new Assignment(role, ""));
    }

    /// What tells her from everybody else: somebody of the provider may be called as an account here is.
    public String key() {
        return vouched ? "provider:" + username : username;
    }
}
