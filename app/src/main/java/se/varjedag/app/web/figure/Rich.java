package se.varjedag.app.web.figure;

import java.util.ArrayList;
import java.util.List;

/// A sentence with some parts strong: `**15 870** waiting`.
public record Rich(List<Part> parts) {

    public Rich {
        parts = List.copyOf(parts);
    }

    /// One part of the sentence.
    public record Part(String text, boolean strong) {}

    /// Reads a sentence whose strong parts stand between two pairs of stars.
    public static Rich of(String text) {
        var parts = new ArrayList<Part>();
        var strong = false;
        for (var part : text.split("\\*\\*", -1)) {
            if (!part.isEmpty()) {
                parts.add(new Part(part, strong));
            }
            strong = !strong;
        }
        return new Rich(parts);
    }

    /// The sentence without its marks.
    public String plain() {
        var text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        return text.toString();
    }
}
