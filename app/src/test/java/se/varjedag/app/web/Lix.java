package se.varjedag.app.web;

import java.util.regex.Pattern;

/// LIX (läsbarhetsindex, Björnsson 1968): how hard a Swedish text is to read. Below 30 is a children's book, 40 a
/// newspaper.
///
/// LIX = words / sentences + 100 · long words / words, where a long word has more than six letters. A sentence ends
/// with a full stop, a colon, a question mark or an exclamation mark, and with the text; so does a line, for a heading
/// or a question in a form is read by itself.
public final class Lix {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+(?:['’-][\\p{L}\\p{M}\\p{Nd}]+)*");
    private static final Pattern SENTENCE = Pattern.compile("[.:!?](?=\\s|$)|\\R");
    private static final int LONG = 6;

    private Lix() {}

    /// LIX of a text; 0 where there is no word.
    public static double of(String text) {
        long words = WORD.matcher(text).results().count();
        long difficult = WORD.matcher(text)
                .results()
                .filter(word -> word.group()
                                .codePoints()
                                .filter(Character::isLetterOrDigit)
                                .count()
                        > LONG)
                .count();
        long sentences = SENTENCE.splitAsStream(text)
                .filter(sentence -> WORD.matcher(sentence).find())
                .count();
        return words == 0 ? 0 : (double) words / sentences + 100.0 * difficult / words;
    }
}
