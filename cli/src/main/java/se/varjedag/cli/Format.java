package se.varjedag.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How figures are written.
enum Format {
    TABLE,
    CSV,
    JSON;

    private static final List<String> KEYS =
            Arrays.stream(values()).map(Format::key).toList();

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The format asked for; without one, a table for a person and CSV for a program.
    static Format of(@Nullable String asked, Console console) {
        if (asked == null) {
            return console.outIsTerminal() ? TABLE : CSV;
        }
        return Arrays.stream(values())
                .filter(format -> format.key().equals(asked.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Nearest.refusal("--format", asked, KEYS));
    }

    void write(Figures figures, Console console) {
        switch (this) {
            case TABLE -> new TableText(console.language()).write(figures, console.out());
            case CSV -> figures.writeCsv(console.out());
            case JSON -> figures.writeJson(console.out());
        }
    }
}
