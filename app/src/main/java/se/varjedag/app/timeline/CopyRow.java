package se.varjedag.app.timeline;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One line in the text format of PostgreSQL's COPY.
final class CopyRow {
    private final StringBuilder line = new StringBuilder(400);
    private boolean first = true;

    CopyRow begin() {
        line.setLength(0);
        first = true;
        return this;
    }

    CopyRow field(@Nullable Object value) {
        if (!first) {
            line.append('\t');
        }
        first = false;
        if (value == null) {
            line.append("\\N");
            return this;
        }
        var text = value.toString();
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                // PostgreSQL's text cannot hold the NUL character.
                case 0 -> line.append('\uFFFD');
                default -> line.append(c);
            }
        }
        return this;
    }

    byte[] end() {
        return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }
}
