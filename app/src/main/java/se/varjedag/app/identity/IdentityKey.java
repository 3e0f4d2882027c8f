package se.varjedag.app.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// One key that numbers and names are encrypted with: AES-256 in Galois/Counter mode (NIST SP 800-38D), a fresh
/// random nonce of 96 bits for each text, a tag of 128 bits. The pseudonym and what the text is are bound to it as
/// associated data: a row or a field put in another's place does not open.
final class IdentityKey {
    static final int BYTES = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int SHOWN = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final String id;

    IdentityKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A key has %d bytes, not %d".formatted(BYTES, bytes.length));
        }
        key = new SecretKeySpec(bytes, "AES");
        id = fingerprint(bytes);
    }

    /// A new key, made at random.
    static byte[] random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /// What tells this key from others without telling anything of it.
    String id() {
        return id;
    }

    byte[] seal(UUID person, String what, String text) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, person, what);
            var sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES in Galois/Counter mode", e);
        }
    }

    String open(UUID person, String what, byte[] sealed) {
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), person, what);
            return new String(cipher.doFinal(sealed, NONCE, sealed.length - NONCE), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The %s of a person in the database has been changed from outside or was not encrypted with key %s"
                            .formatted(what, id),
                    e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID person, String what) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((person + " " + what).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String fingerprint(byte[] bytes) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            var hash = mac.doFinal("identity key".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, SHOWN);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
