package se.varjedag.app.access;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.stereotype.Component;

/// Asks who is signed in to show it once more, before what must not be done by who found a screen unlocked. Wrong
/// tries count as wrong sign-ins.
@Component
public class Reauthentication {
    private final Accounts accounts;
    private final LoginThrottle throttle;
    private final ApplicationEventPublisher events;

    Reauthentication(Accounts accounts, LoginThrottle throttle, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.events = events;
    }

    /// Whether the password is that of who acts; false also while too many wrong ones have been tried.
    public boolean holds(Acting acting, String password) {
        var username = acting.account().username();
        if (throttle.mustWaitFor(username)) {
            return false;
        }
        if (accounts.passwordHolds(username, password)) {
            return true;
        }
        events.publishEvent(new AuthenticationFailureBadCredentialsEvent(
                UsernamePasswordAuthenticationToken.unauthenticated(username, ""),
                new BadCredentialsException("Not the password")));
        return false;
    }
}
