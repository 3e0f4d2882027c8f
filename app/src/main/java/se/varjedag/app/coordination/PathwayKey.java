package se.varjedag.app.coordination;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;

/// Which pathway: who walks it, by which definition, and the day it started.
///
/// @param person her pseudonym
/// @param definition id of the definition
public record PathwayKey(UUID person, String definition, LocalDate start) {
    private static final int SHOWN = 10;

    /// What stands in an address in the place of definition and day, of which it tells nothing.
    public String handle() {
        try {
            var text = person + "\n" + definition + "\n" + start;
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
