package se.varjedag.app.web.pdf;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.fop.hyphenation.HyphenationTree;

/// Marks where words may be broken, by the patterns of a language.
final class Hyphens {
    private static final char SOFT = '\u00AD';
    private static final int LEAST = 3;
    private static final Pattern WORD = Pattern.compile("\\p{L}{" + 2 * LEAST + ",}");

    private final HyphenationTree tree;

    /// Reads the patterns that are shipped.
    ///
    /// @param name of the file, `sv` or `en_GB`
    Hyphens(String name) throws IOException {
        try (var in = new ObjectInputStream(new BufferedInputStream(
                Objects.requireNonNull(HyphenationTree.class.getResourceAsStream("/hyph/" + name + ".hyp"))))) {
            tree = (HyphenationTree) in.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException("The patterns cannot be read.", e);
        }
    }

    /// The text with a soft hyphen at each place.
    String in(String text) {
        return WORD.matcher(text).replaceAll(found -> word(found.group()));
    }

    private String word(String word) {
        var places = tree.hyphenate(word, LEAST, LEAST);
        if (places == null) {
            return word;
        }
        var marked = new StringBuilder(word);
        int added = 0;
        for (int place : places.getHyphenationPoints()) {
            marked.insert(place + added++, SOFT);
        }
        return marked.toString();
    }
}
