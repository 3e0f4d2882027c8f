package se.varjedag.app.access;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The seal of a row of the access log: HMAC-SHA-256 over the seal before it and every field of the row, each with
/// its length before it, in hexadecimal. The key is drawn from the installation's own, so nobody with the database
/// alone can make a seal. For use by one thread.
final class LogSeal {
    private static final String ALGORITHM = "HmacSHA256";

    /// What stands before the first row.
    static final String BEGINNING = "";

    private final Mac mac;

    LogSeal(byte[] installationKey) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(installationKey, ALGORITHM));
            var own = mac.doFinal("access log".getBytes(StandardCharsets.UTF_8));
            mac.init(new SecretKeySpec(own, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    String of(String before, long number, LogEntry entry) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            text(out, before);
            out.writeLong(number);
            text(out, entry.at().toString());
            text(out, entry.who());
            text(out, entry.name());
            text(out, entry.role());
            text(out, entry.place());
            text(out, entry.action().key());
            text(out, entry.what());
            text(out, entry.why());
            text(out, entry.person().map(UUID::toString).orElse(""));
            text(out, entry.unit());
            text(out, entry.origin());
            out.writeBoolean(entry.allowed());
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot fail", e);
        }
        return HexFormat.of().formatHex(mac.doFinal(bytes.toByteArray()));
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
