package se.varjedag.app.access.provider;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import se.varjedag.app.access.Account;
import se.varjedag.app.access.PersonsByNumber;
import se.varjedag.app.access.ProviderSignIn;
import se.varjedag.app.database.Home;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.reference.Units;

/// The identity provider of this installation, where one is configured.
@Component
class Provider implements ProviderSignIn {

    private final Optional<ProviderSettings> settings;
    private final Optional<RulesInUse> rules;
    private final Optional<ProviderWords> words;
    private final Units units;
    private final ObjectProvider<PersonsByNumber> persons;
    private final Clock clock;
    private final ShownAgain again;
    private final ApplicationEventPublisher events;

    Provider(
            Environment environment,
            Home home,
            Units units,
            ObjectProvider<PersonsByNumber> persons,
            ObjectProvider<Clock> clock,
            ApplicationEventPublisher events) {
        this.settings = ProviderSettings.of(environment);
        this.rules = settings.map(_ -> new RulesInUse(home.signInRules()));
        this.words = settings.map(known -> new ProviderWords(known.issuer()));
        this.units = units;
        this.persons = persons;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        this.again = new ShownAgain(this.clock);
        this.events = events;
    }

    @Override
    public boolean isThere() {
        return settings.filter(ProviderSettings::forPeople).isPresent();
    }

    @Override
    public String name() {
        return settings.map(ProviderSettings::name).orElse("");
    }

    @Override
    public void people(HttpSecurity http) throws Exception {
        if (isThere()) {
            new Browsers(settings.orElseThrow(), words.orElseThrow(), user -> claimed(user.getClaims(), user.getName()))
                    .signIn(http, again, events);
        }
    }

    @Override
    public boolean isShownAgain() {
        var session = session();
        return session != null && again.holds(session);
    }

    @Override
    public boolean takeShownAgain() {
        var session = session();
        return session != null && again.take(session);
    }

    private static @Nullable HttpSession session() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getSession(false)
                : null;
    }

    @Override
    public void programs(HttpSecurity http, AuthenticationEntryPoint otherwise) throws Exception {
        if (takesTokens()) {
            Tokens.take(http, settings.orElseThrow(), words.orElseThrow(), otherwise);
        }
    }

    @Override
    public Optional<String> issuerOfTokens() {
        return settings.filter(ProviderSettings::forPrograms).map(ProviderSettings::issuer);
    }

    @Override
    public boolean vouchesFor(@Nullable Authentication who) {
        return who instanceof OAuth2AuthenticationToken || who instanceof JwtAuthenticationToken;
    }

    @Override
    public Optional<Account> account(Authentication who) {
        return switch (who) {
            case JwtAuthenticationToken token ->
                Optional.of(claimed(token.getTokenAttributes(), token.getName()).account());
            case OAuth2AuthenticationToken token ->
                Optional.of(claimed(principal(token).getAttributes(), token.getName())
                        .account());
            default -> Optional.empty();
        };
    }

    private static OAuth2AuthenticatedPrincipal principal(OAuth2AuthenticationToken token) {
        return java.util.Objects.requireNonNull(token.getPrincipal());
    }

    /// What claims amount to, by the rules of this moment.
    ///
    /// @param subject what the provider calls the person
    Claimed claimed(Map<String, Object> claims, String subject) {
        var known = persons.getIfAvailable(() -> (PersonsByNumber) _ -> Optional.<UUID>empty());
        return Assigning.claimed(
                rules.orElseThrow().now(),
                new Claims(claims),
                subject,
                units,
                known,
                LocalDate.now(clock.withZone(Sweden.TIME)));
    }
}
