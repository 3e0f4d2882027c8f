package se.varjedag.app.database;

/// Words that somebody typed, or another program sent, as the database can keep them: PostgreSQL's text has no NUL
/// character.
public final class StoredText {
    private StoredText() {}

    /// The words without NUL, each line ended by one sign: a browser counts it as one where it says how much there is
    /// room for, and sends two.
    public static String whole(String words) {
        return words.replace("\0", "").replace("\r\n", "\n");
    }

    /// The same without space around them.
    public static String of(String words) {
        return whole(words).strip();
    }

    /// The same, cut off where they are longer than there is room for; a character of two halves stays whole.
    ///
    /// @param longest in UTF-16 units
    public static String of(String words, int longest) {
        var text = of(words);
        if (text.length() <= longest) {
            return text;
        }
        boolean halved = Character.isHighSurrogate(text.charAt(longest - 1));
        return text.substring(0, halved ? longest - 1 : longest).strip();
    }
}
