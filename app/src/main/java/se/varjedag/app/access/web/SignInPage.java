package se.varjedag.app.access.web;

import java.util.List;

/// What the sign-in page shows.
///
/// @param failed   whether the last try was wrong
/// @param out      whether somebody has just signed out
/// @param accounts the demo accounts; none outside demo mode
public record SignInPage(boolean failed, boolean out, List<DemoAccount> accounts) {

    public SignInPage {
        accounts = List.copyOf(accounts);
    }

    /// One demo account in words.
    ///
    /// @param role  what the account is
    /// @param does  what it is for, in one sentence
    /// @param label what its button is called to who cannot see the row
    /// @param first whether it is the one to begin with
    public record DemoAccount(String username, String role, String does, String label, boolean first) {}
}
