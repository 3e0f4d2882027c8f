package se.varjedag.pathway.definition;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// The keys and values of one block of a definition file. Every reading that fails leaves a mistake and goes on
/// with a stand-in, so that one pass finds everything; what was read with mistakes is never used.
final class Fields {
    /// The word for what no source says.
    static final String UNKNOWN = "unknown";

    /// The longest lead time anybody would write: ten years.
    private static final int MOST_DAYS = 3650;

    final String file;
    final Node at;
    private final Mistakes mistakes;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /// The block, when its keys may be only these.
    Fields(String file, MappingNode block, List<String> keys, Mistakes mistakes) {
        this.file = file;
        this.at = block;
        this.mistakes = mistakes;
        for (var pair : block.getValue()) {
            var key = key(pair.getKeyNode());
            if (key == null) {
                continue;
            }
            if (!keys.isEmpty() && !keys.contains(key)) {
                mistakes.add(
                        file,
                        pair.getKeyNode(),
                        new Words("Okänd nyckel '" + key + "'.", "Unknown key '" + key + "'.")
                                .then(Spelling.hint(key, keys)));
            } else if (values.putIfAbsent(key, pair.getValueNode()) != null) {
                mistakes.add(
                        file,
                        pair.getKeyNode(),
                        new Words(
                                "'" + key + "' står två gånger. Behåll den ena",
                                "'" + key + "' is given twice. Keep one of them"));
            }
        }
    }

    private @Nullable String key(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        mistakes.add(file, node, new Words("En nyckel är ett ord", "A key is a word"));
        return null;
    }

    List<String> keys() {
        return List.copyOf(values.keySet());
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /// The place of a value, or of the block when it is not given.
    Node at(String key) {
        return values.getOrDefault(key, at);
    }

    void mistake(String key, Words text) {
        mistakes.add(file, at(key), text);
    }

    void mistake(Node node, Words text) {
        mistakes.add(file, node, text);
    }

    Origin origin(String key) {
        var mark = at(key).getStartMark();
        return new Origin(
                file,
                mark.map(m -> m.getLine()).orElse(0) + 1,
                mark.map(m -> m.getColumn()).orElse(0) + 1);
    }

    private void missing(String key, String example) {
        mistakes.add(
                file,
                at,
                new Words(
                        "'" + key + "' saknas. Skriv till exempel '" + key + ": " + example + "'",
                        "'" + key + "' is missing. Write for example '" + key + ": " + example + "'"));
    }

    String text(String key, String example) {
        if (!has(key)) {
            missing(key, example);
            return "";
        }
        return scalar(at(key), quoted(key), example);
    }

    Optional<String> text(String key) {
        return has(key) ? Optional.of(scalar(at(key), quoted(key), "some words")) : Optional.empty();
    }

    private static Words quoted(String key) {
        return Words.same("'" + key + "'");
    }

    private String scalar(Node node, Words what, String example) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        mistakes.add(
                file,
                node,
                new Words(
                        what.sv() + " är en text, till exempel '" + example + "'",
                        what.en() + " is one text, for example '" + example + "'"));
        return "";
    }

    LocalDate date(String key, LocalDate otherwise) {
        return date(key).orElse(otherwise);
    }

    Optional<LocalDate> date(String key) {
        return has(key) ? date(at(key), quoted(key)) : Optional.empty();
    }

    Optional<LocalDate> date(Node node, Words what) {
        var text = scalar(node, what, "2024-01-24");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            mistakes.add(
                    file,
                    node,
                    new Words(
                            what.sv() + " är ingen dag i kalendern: '" + text + "'. Skriv den som 2024-01-24",
                            what.en() + " is not a day of the calendar: '" + text + "'. Write it as 2024-01-24"));
            return Optional.empty();
        }
    }

    /// The days, or empty when they are written as unknown.
    OptionalInt days(String key) {
        if (!has(key)) {
            missing(key, "28' or '" + key + ": " + UNKNOWN);
            return OptionalInt.empty();
        }
        var text = scalar(at(key), quoted(key), "28");
        if (text.isEmpty() || text.equals(UNKNOWN)) {
            return OptionalInt.empty();
        }
        return number(
                key,
                text,
                MOST_DAYS,
                new Words(
                        "dagar, till exempel 28, eller ordet " + UNKNOWN,
                        "days, for example 28, or the word " + UNKNOWN));
    }

    /// A whole number that may be left out.
    OptionalInt number(String key, int most, Words what) {
        return has(key) ? number(key, scalar(at(key), quoted(key), "1"), most, what) : OptionalInt.empty();
    }

    private OptionalInt number(String key, String text, int most, Words what) {
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!digits(text) || text.length() > 9 || Integer.parseInt(text) > most) {
            mistake(
                    key,
                    new Words(
                            "'" + key + "' är inget heltal från 0 till " + most + ": '" + text + "'. Skriv "
                                    + what.sv(),
                            "'" + key + "' is not a whole number from 0 to " + most + ": '" + text + "'. Write "
                                    + what.en()));
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    private static boolean digits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    boolean flag(String key) {
        if (!has(key)) {
            return false;
        }
        var text = scalar(at(key), quoted(key), "true");
        if (!text.equals("true") && !text.equals("false")) {
            mistake(
                    key,
                    new Words(
                            "'" + key + "' är true eller false, inte '" + text + "'",
                            "'" + key + "' is true or false, not '" + text + "'"));
        }
        return text.equals("true");
    }

    /// One of several words.
    <T extends Keyed> T word(String key, T[] choices, T otherwise) {
        return has(key) ? word(at(key), Words.same(key), choices).orElse(otherwise) : otherwise;
    }

    <T extends Keyed> Optional<T> word(Node node, Words what, T[] choices) {
        var written = scalar(node, new Words("'" + what.sv() + "'", "'" + what.en() + "'"), choices[0].key());
        for (var choice : choices) {
            if (choice.key().equals(written)) {
                return Optional.of(choice);
            }
        }
        if (!written.isEmpty()) {
            var words = Arrays.stream(choices).map(Keyed::key).toList();
            mistakes.add(
                    file,
                    node,
                    new Words(
                                    "Okänt värde för " + what.sv() + ": '" + written + "'.",
                                    "Unknown " + what.en() + " '" + written + "'.")
                            .then(Spelling.hint(written, words)));
        }
        return Optional.empty();
    }

    /// A text in both languages: `{sv: …, en: …}`, or one text for both.
    Words words(String key, String example) {
        if (!has(key)) {
            missing(key, "{sv: " + example + ", en: …}");
            return new Words("", "");
        }
        return words(at(key), key);
    }

    Optional<Words> words(String key) {
        return has(key) ? Optional.of(words(at(key), key)) : Optional.empty();
    }

    Words words(Node node, String what) {
        if (node instanceof MappingNode block) {
            var both = new Fields(file, block, List.of("sv", "en"), mistakes);
            return new Words(both.text("sv", "svenska ord"), both.text("en", "English words"));
        }
        var text = scalar(node, quoted(what), "{sv: …, en: …}");
        return new Words(text, text);
    }

    /// The values of a list; one value alone is a list of one.
    List<Node> list(String key) {
        if (!has(key)) {
            return List.of();
        }
        return at(key) instanceof SequenceNode sequence ? sequence.getValue() : List.of(at(key));
    }

    List<String> texts(String key) {
        var texts = new ArrayList<String>();
        for (var node : list(key)) {
            texts.add(scalar(node, new Words("Vart och ett av '" + key + "'", "Each of '" + key + "'"), "one text"));
        }
        return texts;
    }

    /// A block under a key, or null when it is not given or is no block; then that was said.
    @Nullable
    Fields block(String key, List<String> keys) {
        return has(key) ? block(at(key), key, keys) : null;
    }

    @Nullable
    Fields block(Node node, String what, List<String> keys) {
        if (node instanceof MappingNode block) {
            return new Fields(file, block, keys, mistakes);
        }
        mistakes.add(
                file,
                node,
                new Words(
                        "'" + what + "' innehåller rader av 'nyckel: värde'"
                                + (keys.isEmpty() ? "" : ". Orden är: " + String.join(", ", keys)),
                        "'" + what + "' holds lines of 'key: value'"
                                + (keys.isEmpty() ? "" : ". The words are: " + String.join(", ", keys))));
        return null;
    }
}
