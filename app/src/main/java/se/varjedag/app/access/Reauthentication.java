package se.varjedag.app.access;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Asks who is signed in to show it once more, before what must not be done by who found a screen unlocked. Wrong
/// tries count as wrong sign-ins.
@Component
public class Reauthentication {
    private final Accounts accounts;
    private final LoginThrottle throttle;
    private final ProviderSignIn provider;
    private final ApplicationEventPublisher events;

    /// How who is signed in shows it once more.
    public enum Way {
        /// By the password.
        PASSWORD,
        /// At the identity provider, where she has to go first.
        PROVIDER,
        /// She has just done so.
        DONE
    }

    Reauthentication(
            Accounts accounts, LoginThrottle throttle, ProviderSignIn provider, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.provider = provider;
        this.events = events;
    }

    /// How who is signed in now is to show it.
    public Way way() {
        if (!byProvider()) {
            return Way.PASSWORD;
        }
        return provider.isShownAgain() ? Way.DONE : Way.PROVIDER;
    }

    private boolean byProvider() {
        return provider.vouchesFor(SecurityContextHolder.getContext().getAuthentication());
    }

    /// Whether she has shown it. By the password: that it is hers, and false also while too many wrong ones have been
    /// tried. By the provider: that it has asked her a short while ago, which is good for one time.
    public boolean holds(Acting acting, String password) {
        if (byProvider()) {
            return provider.takeShownAgain();
        }
        var username = acting.account().username();
        return throttle.tried(username, () -> holds(username, password));
    }

    private boolean holds(String username, String password) {
        if (accounts.passwordHolds(username, password)) {
            return true;
        }
        events.publishEvent(new AuthenticationFailureBadCredentialsEvent(
                UsernamePasswordAuthenticationToken.unauthenticated(username, ""),
                new BadCredentialsException("Not the password")));
        return false;
    }
}
