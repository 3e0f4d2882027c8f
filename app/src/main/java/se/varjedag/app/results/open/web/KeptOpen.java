package se.varjedag.app.results.open.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import se.varjedag.app.database.Sha256;

/// Open pages and files as they were made, until something more is published: each is made once and packed once, and
/// answered with a tag by which a browser asks whether it is still the same.
@Component
class KeptOpen {
    /// No more bytes are kept, packed and unpacked together.
    static final long MOST = 64L << 20;

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Map<String, Made> kept = new LinkedHashMap<>(64, 0.75f, true);
    /// No more are made at the same time.
    private final Object[] makers = {new Object(), new Object()};

    private String stamp = "";
    private long bytes;

    /// Something made, and packed.
    private static final class Made {
        private final MediaType type;
        private final byte[] plain;
        private final byte[] packed;
        private final String sum;

        Made(MediaType type, byte[] plain, byte[] packed) {
            this.type = type;
            this.plain = plain;
            this.packed = packed;
            sum = Sha256.hex(plain).substring(0, 32);
        }

        long size() {
            return (long) plain.length + packed.length;
        }
    }

    /// The answer to a request.
    ///
    /// @param current what it is made of; with another all that was kept is forgotten
    /// @param key     what tells it from every other
    ResponseEntity<byte[]> answer(
            HttpServletRequest request, String current, String key, MediaType type, Supplier<byte[]> making) {
        var made = get(current, key);
        if (made == null) {
            made = made(current, key, type, making);
        }
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        boolean packs = accepted != null && accepted.contains("gzip");
        var answer = ResponseEntity.ok()
                .contentType(made.type)
                .eTag("\"" + made.sum + (packs ? "-g" : "") + "\"")
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .varyBy(HttpHeaders.ACCEPT_ENCODING);
        return packs ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(made.packed) : answer.body(made.plain);
    }

    /// Made by one request alone: the others that come for it meanwhile wait for what that one makes.
    private Made made(String current, String key, MediaType type, Supplier<byte[]> making) {
        synchronized (making(key)) {
            var already = get(current, key);
            if (already != null) {
                return already;
            }
            var made = make(type, making.get());
            keep(current, key, made);
            return made;
        }
    }

    private Object making(String key) {
        return makers[Math.floorMod(key.hashCode(), makers.length)];
    }

    private synchronized @Nullable Made get(String current, String key) {
        if (!stamp.equals(current)) {
            kept.clear();
            bytes = 0;
            stamp = current;
        }
        return kept.get(key);
    }

    private synchronized void keep(String current, String key, Made made) {
        if (!stamp.equals(current) || made.size() > MOST || kept.putIfAbsent(key, made) != null) {
            return;
        }
        bytes += made.size();
        for (var oldest : List.copyOf(kept.keySet())) {
            if (bytes <= MOST) {
                return;
            }
            var gone = kept.remove(oldest);
            bytes -= gone == null ? 0 : gone.size();
        }
    }

    private static Made make(MediaType type, byte[] plain) {
        var out = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(out)) {
            packing.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Made(type, plain, out.toByteArray());
    }
}
