package se.varjedag.app.access.provider;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What the provider says of itself, and its keys, fetched when somebody first comes, so that this program starts
/// without it.
///
/// Anybody may bring a token that nobody made, and so make this program ask. It asks one thing at a time, never for
/// long, and after a failure not again for ten seconds; who comes meanwhile is told at once that the provider is
/// silent.
final class ProviderWords {
    /// So long one waits for the provider to take the call, and for its answer.
    static final Duration LONGEST = Duration.ofSeconds(5);

    /// So long nobody asks again after it was silent.
    static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Duration KEYS_HOLD = Duration.ofMinutes(5);

    /// Known keys go on holding while the provider is silent.
    private static final Duration KEYS_HOLD_IN_SILENCE = Duration.ofHours(4);

    /// Who comes while another fetches the keys waits so long for them: a provider that is well answers within.
    private static final Duration FOR_ANOTHER = Duration.ofMillis(500);

    private static final int LARGEST = 1 << 20;
    private static final String WHERE = "/.well-known/openid-configuration";

    private final String issuer;
    private final LongSupplier nanos;
    private final ResourceRetriever fetch =
            new DefaultResourceRetriever((int) LONGEST.toMillis(), (int) LONGEST.toMillis(), LARGEST);
    private final ReentrantLock asking = new ReentrantLock();
    private final JWKSource<SecurityContext> keys;

    private volatile @Nullable Map<String, Object> told;
    private volatile Optional<Long> failedAt = Optional.empty();

    ProviderWords(String issuer) {
        this(issuer, System::nanoTime);
    }

    /// @param nanos what tells how much time has passed
    ProviderWords(String issuer, LongSupplier nanos) {
        this.issuer = issuer;
        this.nanos = nanos;
        this.keys = JWKSourceBuilder.create(new Fetched())
                .cache(KEYS_HOLD.toMillis(), FOR_ANOTHER.toMillis())
                .refreshAheadCache(false)
                .rateLimited(PAUSE.toMillis())
                .outageTolerant(KEYS_HOLD_IN_SILENCE.toMillis())
                .build();
    }

    /// Its keys. They are kept for five minutes, and longer while it is silent; an unknown one is asked for at most
    /// twice in ten seconds.
    JWKSource<SecurityContext> keys() {
        return keys;
    }

    /// What it says of itself.
    ///
    /// @throws IOException when it is silent, was a moment ago, or another is just asking
    Map<String, Object> configuration() throws IOException {
        var known = told;
        if (known != null) {
            return known;
        }
        if (isResting() || !asking.tryLock()) {
            throw new IOException("The identity provider was silent a moment ago, or is just being asked");
        }
        try {
            var read = JSONObjectUtils.parse(
                    fetch.retrieveResource(URI.create(issuer + WHERE).toURL()).getContent());
            if (!issuer.equals(read.get("issuer"))) {
                throw new IOException(
                        "The identity provider calls itself by another address than VARJEDAG_OIDC_ISSUER");
            }
            told = Map.copyOf(withoutNothing(read));
            return read;
        } catch (IOException | ParseException | RuntimeException e) {
            failedAt = Optional.of(nanos.getAsLong());
            throw e instanceof IOException silent
                    ? silent
                    : new IOException("What the provider says is not understood", e);
        } finally {
            asking.unlock();
        }
    }

    private boolean isResting() {
        return failedAt.filter(at -> nanos.getAsLong() - at < PAUSE.toNanos()).isPresent();
    }

    private static Map<String, Object> withoutNothing(Map<String, Object> read) {
        read.values().removeIf(java.util.Objects::isNull);
        return read;
    }

    /// The keys, as they come over the net.
    private final class Fetched implements JWKSetSource<SecurityContext> {
        @Override
        public JWKSet getJWKSet(
                JWKSetCacheRefreshEvaluator evaluator, long currentTime, @Nullable SecurityContext context)
                throws KeySourceException {
            try {
                if (!(configuration().get("jwks_uri") instanceof String address)) {
                    throw new JWKSetUnavailableException("The identity provider names no keys");
                }
                return JWKSet.parse(
                        fetch.retrieveResource(URI.create(address).toURL()).getContent());
            } catch (IOException | ParseException | IllegalArgumentException e) {
                throw new JWKSetUnavailableException("The keys of the identity provider cannot be had", e);
            }
        }

        @Override
        public void close() {
            // Nothing is kept open.
        }
    }
}
