package se.varjedag.app.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The pseudonyms that persons have in one project and nowhere else: HMAC-SHA-256 of the pseudonym here, with a key
/// that is HMAC-SHA-256 of the project's salt with the key of this installation. For use by one thread.
final class ProjectPseudonyms {
    private static final String HMAC = "HmacSHA256";

    private final Mac mac;

    ProjectPseudonyms(byte[] installationKey, byte[] salt) {
        try {
            var outer = Mac.getInstance(HMAC);
            outer.init(new SecretKeySpec(installationKey, HMAC));
            outer.update("project".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(outer.doFinal(salt), HMAC));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    /// The person's pseudonym in the project.
    UUID of(UUID person) {
        var bytes = ByteBuffer.wrap(mac.doFinal(ByteBuffer.allocate(16)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .array()));
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
