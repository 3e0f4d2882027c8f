package se.varjedag.app.timeline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import se.varjedag.pathway.event.CareEvent;

/// Keyed hashes (HMAC-SHA-256, 128 bits of it): of a person, of which event a row is about, and of all that a row says.
///
/// Two persons get the same pseudonym with a probability of one in 10²⁵ among ten million. Without the key a pseudonym
/// tells nothing, not even to who tries every personnummer there is. For use by one thread.
final class Pseudonyms {
    private static final char BETWEEN = 0x1F;
    private static final char PERSON = 'p';
    private static final char NAMED_EVENT = 'i';
    private static final char NAMELESS_EVENT = 'e';
    private static final char CONTENT = 'c';
    private static final int SHOWN = 16;

    private final Mac mac;
    private final Map<String, UUID> persons = new HashMap<>();
    private final StringBuilder text = new StringBuilder(200);

    Pseudonyms(byte[] key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    /// What tells two keys apart without telling either.
    String fingerprint() {
        return hash('f', "fingerprint").toString().replace("-", "").substring(0, SHOWN);
    }

    UUID person(String id) {
        return persons.computeIfAbsent(id, named -> hash(PERSON, named));
    }

    /// From here on this is what somebody is called whose pseudonym is known already.
    void is(String id, UUID person) {
        persons.put(id, person);
    }

    /// Those whose pseudonym was asked for, by what they are called.
    Map<String, UUID> persons() {
        return Collections.unmodifiableMap(persons);
    }

    /// Which event the row is a version of: source and id, or the facts of the row where no id is given (rule 3).
    UUID event(CareEvent row) {
        return row.id().isEmpty()
                ? hash(
                        NAMELESS_EVENT,
                        person(row.person()).toString(),
                        row.code(),
                        row.day().toString(),
                        row.unit(),
                        row.ref(),
                        row.pathway())
                : named(row.source(), row.id());
    }

    /// The event that its source calls so.
    UUID named(String source, String id) {
        return hash(NAMED_EVENT, source, id);
    }

    /// All that the row says: two rows with the same content are the same version.
    UUID content(CareEvent row) {
        return hash(
                CONTENT,
                person(row.person()).toString(),
                row.code(),
                row.day().toString(),
                row.unit(),
                row.region(),
                row.homeRegion(),
                row.sex(),
                String.valueOf(row.born()),
                row.pathway(),
                row.source(),
                row.id(),
                row.status().name(),
                String.valueOf(row.registered()),
                row.ref());
    }

    private UUID hash(char what, String... parts) {
        text.setLength(0);
        text.append(what);
        for (var part : parts) {
            text.append(BETWEEN).append(part);
        }
        var bytes = ByteBuffer.wrap(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
