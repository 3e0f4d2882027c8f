package se.varjedag.eventlog.xes;

import java.util.ArrayList;
import java.util.List;

/// The attribute keys of a classifier: separated by blanks, those with a blank of their own in single quotes.
final class ClassifierKeys {
    private ClassifierKeys() {}

    static List<String> of(String text) {
        var keys = new ArrayList<String>();
        var key = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (Character.isWhitespace(c) && !quoted) {
                add(keys, key);
            } else {
                key.append(c);
            }
        }
        add(keys, key);
        return List.copyOf(keys);
    }

    private static void add(List<String> keys, StringBuilder key) {
        if (!key.isEmpty()) {
            keys.add(key.toString());
            key.setLength(0);
        }
    }
}
