package se.varjedag.app.intake.fhir;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The entries of a file of FHIR, one after the other; no more than one of them is in memory.
///
/// A file is one or more JSON objects: a Bundle, a single resource, or a resource on each line (NDJSON, as bulk exports
/// are). Of NDJSON each line is read by itself, so that a broken one harms no other.
final class Entries {
    private static final int DEEPEST = 60;
    private static final int LARGEST = 32 << 20;
    private static final int START = 1 << 16;

    private static final Set<String> TAKEN =
            Set.of("collection", "document", "batch", "transaction", "searchset", "message");
    private static final Pattern TYPE = Pattern.compile("\"resourceType\"\\s*:\\s*\"([^\"]{1,64})\"");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LARGEST)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectReader ALONE =
            JSON.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /// Hears of each entry, and of each line that is none.
    interface Listener {
        void entry(Entry entry);

        void broken(long line, boolean tooLarge);
    }

    private final Listener listener;
    private long place;

    Entries(Listener listener) {
        this.listener = listener;
    }

    /// Whether a file that begins so holds a resource on each line.
    static boolean lineByLine(String start) {
        var text = start.startsWith("\uFEFF") ? start.substring(1) : start;
        var end = text.indexOf('\n');
        var first = (end < 0 ? text : text.substring(0, end)).strip();
        var type = TYPE.matcher(first);
        var bundle = type.find() && type.group(1).equals("Bundle");
        return !bundle && first.length() > 1 && (end < 0 ? text.length() >= START / 2 : first.endsWith("}"));
    }

    void read(InputStream in, boolean lineByLine) throws IOException {
        if (lineByLine) {
            lines(in);
        } else {
            objects(in);
        }
    }

    private void lines(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream(START);
        var buffer = new byte[START];
        var tooLarge = false;
        for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
            int from = 0;
            for (int i = 0; i < got; i++) {
                if (buffer[i] == '\n') {
                    append(line, buffer, from, i, tooLarge);
                    line(line, tooLarge);
                    tooLarge = false;
                    line.reset();
                    from = i + 1;
                }
            }
            append(line, buffer, from, got, tooLarge);
            if (line.size() > LARGEST) {
                tooLarge = true;
                line.reset();
            }
        }
        if (line.size() > 0 || tooLarge) {
            line(line, tooLarge);
        }
    }

    private static void append(ByteArrayOutputStream line, byte[] buffer, int from, int to, boolean tooLarge) {
        if (!tooLarge) {
            line.write(buffer, from, to - from);
        }
    }

    private void line(ByteArrayOutputStream bytes, boolean tooLarge) throws IOException {
        place++;
        if (tooLarge) {
            listener.broken(place, true);
            return;
        }
        if (bytes.toString(StandardCharsets.ISO_8859_1).isBlank()) {
            return;
        }
        JsonNode resource;
        try {
            resource = ALONE.readValue(bytes.toByteArray());
        } catch (JacksonException _) {
            listener.broken(place, false);
            return;
        }
        if (Entry.text(resource.path("resourceType")).isEmpty()) {
            listener.broken(place, false);
        } else if (Entry.text(resource.path("resourceType")).equals("Bundle")) {
            requireTaken(Entry.text(resource.path("type")));
            for (var entry : resource.path("entry")) {
                listener.entry(Entry.of(place, Entry.text(resource.path("meta").path("source")), entry));
            }
        } else {
            listener.entry(Entry.alone(place, resource));
        }
    }

    private void objects(InputStream in) throws IOException {
        var bounded = new Bounded(in);
        try (var parser = JSON.createParser(bounded)) {
            var any = false;
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    throw new NotUsable(Reasons.NOT_FHIR);
                }
                any |= object(parser, bounded);
            }
            if (!any) {
                throw new NotUsable(Reasons.NOT_FHIR);
            }
        } catch (StreamConstraintsException e) {
            throw new NotUsable(Reasons.TOO_DEEP);
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            var at = e.getLocation();
            throw new NotUsable(Reasons.notJson(at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr()));
        }
    }

    /// One object of the top: a bundle whose entries are told as they come, or a single resource.
    private boolean object(JsonParser parser, Bounded bounded) throws IOException {
        var rest = JSON.createObjectNode();
        var entries = false;
        for (var token = parser.nextToken(); token == JsonToken.PROPERTY_NAME; token = parser.nextToken()) {
            var name = parser.currentName();
            var value = parser.nextToken();
            bounded.mark();
            if (name.equals("entry") && value == JsonToken.START_ARRAY && mayBeBundle(rest)) {
                entries = true;
                entries(parser, bounded, rest);
            } else {
                rest.set(name, JSON.readTree(parser));
            }
        }
        var type = Entry.text(rest.path("resourceType"));
        if (type.isEmpty()) {
            throw new NotUsable(Reasons.NOT_FHIR);
        }
        if (type.equals("Bundle")) {
            requireTaken(Entry.text(rest.path("type")));
        } else if (entries) {
            throw new NotUsable(Reasons.NOT_FHIR);
        } else {
            place++;
            listener.entry(Entry.alone(place, rest));
        }
        return true;
    }

    private static boolean mayBeBundle(ObjectNode rest) {
        var type = Entry.text(rest.path("resourceType"));
        return type.isEmpty() || type.equals("Bundle");
    }

    private void entries(JsonParser parser, Bounded bounded, ObjectNode rest) throws IOException {
        if (rest.has("type")) {
            requireTaken(Entry.text(rest.path("type")));
        }
        var source = Entry.text(rest.path("meta").path("source"));
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            bounded.mark();
            place++;
            JsonNode entry = JSON.readTree(parser);
            listener.entry(Entry.of(place, source, entry));
        }
    }

    private static void requireTaken(String type) throws NotUsable {
        if (!TAKEN.contains(type)) {
            throw new NotUsable(Reasons.bundleOf(type.length() > 40 ? type.substring(0, 40) : type));
        }
    }

    /// Lets no single value be larger than any resource is, however long the file.
    private static final class Bounded extends FilterInputStream {
        private long since;

        Bounded(InputStream in) {
            super(in);
        }

        void mark() {
            since = 0;
        }

        @Override
        public int read() throws IOException {
            int got = in.read();
            count(got < 0 ? 0 : 1);
            return got;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int got = in.read(buffer, from, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int bytes) throws NotUsable {
            since += bytes;
            if (since > LARGEST) {
                throw new NotUsable(Reasons.TOO_LARGE_ENTRY);
            }
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
