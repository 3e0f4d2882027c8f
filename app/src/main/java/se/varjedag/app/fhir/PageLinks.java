package se.varjedag.app.fhir;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.database.CannotStart;
import se.varjedag.app.database.Home;

/// The links from one page of an answer to the next. A link holds all that the next page needs, encrypted, so nothing
/// is kept between pages, and it opens only for who got it, in the same assignment.
///
/// AES-256-GCM; the nonce is made of what is encrypted (HMAC-SHA-256), so the same page has the same link, and two
/// different ones never share a nonce but by a chance of 2⁻⁴⁸ among 2²⁴ links.
@Component
class PageLinks {
    private static final String HMAC = "HmacSHA256";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int LONGEST = 8_000;

    private static final String ADDRESS = "VARJEDAG_URL";

    private final SignedIn signedIn;
    private final String address;
    private final byte[] sealing;
    private final byte[] naming;

    PageLinks(Home home, SignedIn signedIn, Environment environment) {
        this.signedIn = signedIn;
        this.address = address(environment.getProperty(ADDRESS, "").strip());
        this.sealing = hmac(home.pseudonymKey(), "fhir pages".getBytes(StandardCharsets.UTF_8));
        this.naming = hmac(home.pseudonymKey(), "fhir nonces".getBytes(StandardCharsets.UTF_8));
    }

    private static String address(String written) {
        if (!written.matches("(https?://[^\\s/?#]+[^\\s?#]*)?")) {
            throw new CannotStart(
                    "%s is '%s': write where others find this program, such as https://varjedag.example.se."
                            .formatted(ADDRESS, written));
        }
        return written.replaceFirst("/+$", "");
    }

    /// The address of the interface: the one that is configured, otherwise the one that was asked, as long as it is
    /// this machine or a number. A name may be anybody's, and the links of an answer would lead there.
    ///
    /// @throws Problem 421 when a name was asked that nobody has configured
    String base(HttpServletRequest request) {
        if (!address.isEmpty()) {
            return address + "/fhir";
        }
        if (!Hosts.isThisMachineOrNumber(request.getServerName())) {
            throw Problem.notUnderThisName();
        }
        return ServletUriComponentsBuilder.fromContextPath(request)
                .path("/fhir")
                .toUriString();
    }

    /// What a link holds.
    record Opened(Map<String, List<String>> parameters, int count, String position) {}

    /// The link to the page of a question that begins at a position.
    String seal(Asked asked, String position) {
        var text = written(asked, position);
        var whose = whose();
        var nonce = Arrays.copyOf(hmac(naming, text, whose), NONCE);
        var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, whose, text);
        var token = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, token, NONCE, sealed.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /// What a link of one's own holds.
    Opened open(String token, String type) {
        try {
            var bytes = Base64.getUrlDecoder().decode(token.length() > LONGEST ? "" : token);
            if (bytes.length < NONCE + TAG_BITS / 8) {
                throw new IllegalArgumentException("Too short");
            }
            var nonce = Arrays.copyOf(bytes, NONCE);
            var text = cipher(Cipher.DECRYPT_MODE, nonce, whose(), Arrays.copyOfRange(bytes, NONCE, bytes.length));
            return read(text, type);
        } catch (IllegalArgumentException | IllegalStateException _) {
            throw Problem.notUnderstood(
                    "This link to a page is none of yours, or is not whole. Ask the search again from its beginning.");
        }
    }

    /// A link belongs to one person in one assignment.
    private byte[] whose() {
        var acting = signedIn.required();
        return (acting.account().key() + "\n" + acting.assignment().key()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] written(Asked asked, String position) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(asked.type());
            out.writeInt(asked.count());
            out.writeUTF(position);
            out.writeInt(asked.parameters().size());
            for (var one : asked.parameters().entrySet()) {
                out.writeUTF(one.getKey());
                out.writeInt(one.getValue().size());
                for (var value : one.getValue()) {
                    out.writeUTF(value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static Opened read(byte[] text, String type) {
        try (var in = new DataInputStream(new ByteArrayInputStream(text))) {
            if (!in.readUTF().equals(type)) {
                throw new IllegalArgumentException("A link of another type");
            }
            int count = in.readInt();
            var position = in.readUTF();
            var parameters = new TreeMap<String, List<String>>();
            for (int left = in.readInt(); left > 0; left--) {
                var name = in.readUTF();
                var values = new ArrayList<String>();
                for (int more = in.readInt(); more > 0; more--) {
                    values.add(in.readUTF());
                }
                parameters.put(name, List.copyOf(values));
            }
            return new Opened(parameters, count, position);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not whole", e);
        }
    }

    private byte[] cipher(int mode, byte[] nonce, byte[] whose, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(sealing, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(whose);
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The link does not open", e);
        }
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + HMAC, e);
        }
    }
}
