package se.varjedag.app.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import se.varjedag.pathway.definition.Language;

/// The words of the pages in one language, by key.
///
/// A text may hold places `{0}`, `{1}` that are filled with words already formatted, and words that go by the number in
/// such a place: `{0|patient|patients}` is the first for 1 and the second for any other. A key without text is a broken
/// promise: it throws, and a test sees that both languages have the same keys.
public final class Texts {

    private static final Pattern NUMBERED = Pattern.compile("\\{(\\d)\\|([^|}]*)\\|([^|}]*)}");

    private static final String FOLDER = "se/varjedag/app/web/";

    private static final Map<Language, Texts> ALL = load();

    private final Language language;
    private final Properties words;

    private Texts(Language language, Properties words) {
        this.language = language;
        this.words = words;
    }

    /// The words of a language.
    public static Texts in(Language language) {
        var texts = ALL.get(language);
        if (texts == null) {
            throw new IllegalStateException("No texts in " + language);
        }
        return texts;
    }

    /// The text of a key, with its places filled.
    public String text(String key, Object... values) {
        var text = words.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("No text '" + key + "' in " + language);
        }
        for (int i = 0; i < values.length; i++) {
            var value = String.valueOf(values[i]);
            int one = i;
            text = NUMBERED.matcher(text.replace("{" + i + "}", value))
                    .replaceAll(word -> Matcher.quoteReplacement(
                            Integer.parseInt(word.group(1)) != one
                                    ? word.group()
                                    : value.equals("1") ? word.group(2) : word.group(3)));
        }
        return text;
    }

    /// Whether there is a text for the key.
    public boolean has(String key) {
        return words.containsKey(key);
    }

    /// The language of these words.
    public Language language() {
        return language;
    }

    /// How numbers and dates are written in this language.
    public Formats formats() {
        return new Formats(language);
    }

    /// Every key, sorted.
    Set<String> keys() {
        return new TreeSet<>(words.stringPropertyNames());
    }

    /// The files of the frame, and those in the folder `texts` that a page has of its own.
    private static Map<Language, Texts> load() {
        var all = new EnumMap<Language, Texts>(Language.class);
        var resources = new PathMatchingResourcePatternResolver(Texts.class.getClassLoader());
        try {
            for (var language : Language.values()) {
                var tag = language == Language.SV ? "sv" : "en";
                var words = new Properties();
                read(resources.getResource(FOLDER + "texts_" + tag + ".properties"), words);
                read(resources.getResource(FOLDER + "names_" + tag + ".properties"), words);
                for (var page : resources.getResources("classpath*:" + FOLDER + "texts/*_" + tag + ".properties")) {
                    read(page, words);
                }
                all.put(language, new Texts(language, words));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The texts of the pages are missing from the build", e);
        }
        return all;
    }

    private static void read(Resource file, Properties words) throws IOException {
        try (var in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            words.load(in);
        }
    }
}
