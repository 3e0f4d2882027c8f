package se.varjedag.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.server.ResponseStatusException;
import se.varjedag.app.reference.Sweden;

/// Who is signed in right now, and what she acts as.
@Component
public class SignedIn {
    private static final String CHOSEN = "assignment";
    private static final String ACCOUNT = "varjedag.account";

    private final Accounts accounts;
    private final ProviderSignIn provider;
    private final SessionLimit limit;

    SignedIn(Accounts accounts, ProviderSignIn provider, SessionLimit limit) {
        this.limit = limit;
        this.accounts = accounts;
        this.provider = provider;
    }

    /// Who acts, and as what; empty when nobody is signed in, or the account or every assignment of hers has ended.
    public Optional<Acting> acting() {
        return acting(SecurityContextHolder.getContext().getAuthentication());
    }

    /// Who acts behind an authentication.
    public Optional<Acting> acting(@Nullable Authentication who) {
        if (who == null || !who.isAuthenticated() || who instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        return account(who).flatMap(account -> inOneAssignment(account, ProviderSignIn.isToken(who)));
    }

    /// Who acts in the session of a request that has not come to any door yet; empty also when the session is over.
    public Optional<Acting> inSession(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null
                || limit.isOver(session)
                || !(session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                        instanceof SecurityContext kept)) {
            return Optional.empty();
        }
        var before = RequestContextHolder.getRequestAttributes();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            return acting(kept.getAuthentication());
        } finally {
            RequestContextHolder.setRequestAttributes(before);
        }
    }

    /// The account in our own file, or what the claims of a provider amount to: worked out once for each request, and
    /// never both.
    private Optional<Account> account(Authentication who) {
        if (!provider.vouchesFor(who)) {
            return accounts.byUsername(who.getName());
        }
        var request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return provider.account(who);
        }
        if (request.getAttribute(ACCOUNT, RequestAttributes.SCOPE_REQUEST) instanceof Of(var whose, var account)
                && whose.equals(who)) {
            return account;
        }
        var account = provider.account(who);
        request.setAttribute(ACCOUNT, new Of(who, account), RequestAttributes.SCOPE_REQUEST);
        return account;
    }

    private record Of(Authentication who, Optional<Account> account) {}

    /// Who acts, behind a door that lets nobody else through.
    ///
    /// @throws ResponseStatusException 403 when she has been signed out since she came through it
    public Acting required() {
        return acting().orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    /// The patient herself, behind a door for patients only: the place of her assignment is her pseudonym, and nothing
    /// in an address is asked.
    ///
    /// @throws ResponseStatusException 404 where the assignment names no pseudonym
    public UUID patient() {
        try {
            return UUID.fromString(required().assignment().place());
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "", e);
        }
    }

    /// Whether there is an account with this name.
    public boolean isKnown(String username) {
        return accounts.byUsername(username).isPresent();
    }

    /// Whether somebody is signed in who may, as what she acts as.
    public boolean may(Permission permission) {
        return acting().filter(acting -> acting.may(permission)).isPresent();
    }

    /// The assignments that hold today, in their order.
    public List<Assignment> assignments() {
        return acting().map(acting -> holding(acting.account())).orElse(List.of());
    }

    /// Acts as another of her assignments from now on; false when she has no such.
    public boolean actAs(String key) {
        var known = assignments().stream().anyMatch(one -> one.key().equals(key));
        var session = session();
        if (known && session != null) {
            session.setAttribute(CHOSEN, key);
        }
        return known;
    }

    /// @param token whether a token came with the request: it chooses nothing, and no session is asked
    private static Optional<Acting> inOneAssignment(Account account, boolean token) {
        var holding = holding(account);
        var session = token ? null : session();
        var chosen = session == null ? null : session.getAttribute(CHOSEN);
        return holding.stream()
                .filter(one -> one.key().equals(chosen))
                .findFirst()
                .or(() -> holding.stream().findFirst())
                .map(assignment -> new Acting(account, assignment));
    }

    private static List<Assignment> holding(Account account) {
        var today = LocalDate.now(java.time.Clock.system(Sweden.TIME));
        return account.assignments().stream().filter(one -> one.holdsOn(today)).toList();
    }

    private static @Nullable HttpSession session() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getSession(false)
                : null;
    }
}
