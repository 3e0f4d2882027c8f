package se.varjedag.app.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the sign-in page shows.
///
/// @param failed    whether the last try was wrong
/// @param out       whether somebody has just signed out
/// @param refusal   why the identity provider let nobody in; null when it was not tried
/// @param provider  the way in by the identity provider; null where there is none
/// @param passwords whether accounts with passwords sign in here, too
/// @param accounts  the demo accounts; none outside demo mode
/// @param soon      whether accounts of patients are still to come
public record SignInPage(
        boolean failed,
        boolean out,
        @Nullable Message refusal,
        @Nullable Way provider,
        boolean passwords,
        List<DemoAccount> accounts,
        boolean soon) {

    public SignInPage {
        accounts = List.copyOf(accounts);
    }

    /// What went wrong, and what to do.
    public record Message(String title, String text) {}

    /// The way to the identity provider.
    public record Way(String address, String label) {}

    /// One demo account in words.
    ///
    /// @param role  what the account is
    /// @param does  what it is for, in one sentence
    /// @param label what its button is called to who cannot see the row
    /// @param first whether it is the one to begin with
    public record DemoAccount(String username, String role, String does, String label, boolean first) {}
}
