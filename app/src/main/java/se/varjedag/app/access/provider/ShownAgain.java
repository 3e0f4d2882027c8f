package se.varjedag.app.access.provider;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimAccessor;

/// That somebody who is signed in has shown who she is once more, at the provider: kept in the session for five
/// minutes, and good for one time.
final class ShownAgain {
    private static final String ASKED = "varjedag.again.asked";
    private static final String SHOWN = "varjedag.again.shown";
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    /// The provider's clock may be this much behind ours. An answer that only repeats the sign-in before is told by its
    /// moment, which must be another.
    private static final Duration CLOCKS = Duration.ofSeconds(30);

    private static final Pattern PAGE = Pattern.compile("/[a-z-]{1,40}(/[0-9a-f-]{36})?");

    private final Clock clock;

    ShownAgain(Clock clock) {
        this.clock = clock;
    }

    /// That the provider was asked, when, where it leads afterwards, and when it had asked her before, where it told.
    private record Asked(Instant at, String back, Optional<Instant> before) {}

    /// Remembers that the provider is asked now.
    ///
    /// @param back the page it leads to, one of ours; anything else leads to the first page
    /// @param who  who is signed in now
    void ask(HttpSession session, @Nullable String back, @Nullable Authentication who) {
        var page = back != null && PAGE.matcher(back).matches() ? back : "/";
        session.removeAttribute(SHOWN);
        session.setAttribute(ASKED, new Asked(clock.instant(), page, authenticated(who)));
    }

    /// Whoever signs in as usual has not been asked again.
    void forget(HttpSession session) {
        session.removeAttribute(ASKED);
        session.removeAttribute(SHOWN);
    }

    /// The provider has answered: the page to go on to, where it had been asked again. It counts only when the
    /// provider says that the person was asked after that: it may go by an earlier sign-in, whatever it is asked.
    Optional<String> answered(HttpSession session, Authentication who) {
        if (!(session.getAttribute(ASKED) instanceof Asked(var asked, var back, var before))) {
            return Optional.empty();
        }
        session.removeAttribute(ASKED);
        var at = authenticated(who);
        if (at.isEmpty()
                || at.get().isBefore(asked.minus(CLOCKS))
                || before.filter(one -> !at.get().isAfter(one)).isPresent()) {
            return Optional.of(back + "?fel=legitimering");
        }
        session.setAttribute(SHOWN, clock.instant());
        return Optional.of(back);
    }

    /// When the provider says that it asked the person herself.
    private static Optional<Instant> authenticated(@Nullable Authentication who) {
        return who != null && who.getPrincipal() instanceof IdTokenClaimAccessor claims
                ? Optional.ofNullable(claims.getAuthenticatedAt())
                : Optional.empty();
    }

    /// The provider was asked again and did not vouch: the page to go back to.
    Optional<String> refused(@Nullable HttpSession session) {
        if (session == null || !(session.getAttribute(ASKED) instanceof Asked asked)) {
            return Optional.empty();
        }
        session.removeAttribute(ASKED);
        return Optional.of(asked.back() + "?fel=legitimering");
    }

    /// Whether she has shown it lately.
    boolean holds(HttpSession session) {
        return session.getAttribute(SHOWN) instanceof Instant at
                && !clock.instant().isAfter(at.plus(GOOD_FOR));
    }

    /// The same, and it is used up.
    boolean take(HttpSession session) {
        var holds = holds(session);
        session.removeAttribute(SHOWN);
        return holds;
    }
}
