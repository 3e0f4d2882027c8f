package se.varjedag.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What axe does not see: the letters inside charts and tiles, in both schemes.
class ContrastTest {

    private static final Pattern COLOUR = Pattern.compile("(--[a-z0-9-]+):\\s*(#[0-9a-f]{6})");
    private static final List<List<String>> LETTERS = List.of(
            List.of("--ink", "--paper"),
            List.of("--ink-2", "--paper"),
            List.of("--ink-3", "--paper"),
            List.of("--better-ink", "--paper"),
            List.of("--late-ink", "--paper"),
            List.of("--h-ink", "--h1"),
            List.of("--h-ink", "--h2"),
            List.of("--h-ink", "--h3"),
            List.of("--h-ink", "--h4"),
            List.of("--h5-ink", "--h5"),
            List.of("--late-ink", "--late-soft"),
            List.of("--better-ink", "--better-soft"),
            List.of("--accent", "--accent-soft"));
    private static final List<List<String>> SHAPES = List.of(
            List.of("--late", "--paper"),
            List.of("--better", "--paper"),
            List.of("--data", "--paper"),
            List.of("--accent", "--paper"));

    @Test
    void letters_in_charts_can_be_read_in_both_schemes() throws IOException {
        for (var scheme : List.of(scheme(false), scheme(true))) {
            for (var pair : LETTERS) {
                assertThat(contrast(scheme, pair)).as("%s", pair).isGreaterThanOrEqualTo(4.5);
            }
            for (var pair : SHAPES) {
                assertThat(contrast(scheme, pair)).as("%s", pair).isGreaterThanOrEqualTo(3.0);
            }
        }
    }

    private static Map<String, String> scheme(boolean dark) throws IOException {
        try (var in = ContrastTest.class.getResourceAsStream("/static/assets/tokens.css")) {
            assertThat(in).isNotNull();
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var split = text.indexOf("@media (prefers-color-scheme: dark)");
            var patient = text.indexOf("[data-room=");
            var colours = new HashMap<>(read(text.substring(0, split)));
            if (dark) {
                colours.putAll(read(text.substring(split, patient)));
            }
            return colours;
        }
    }

    private static Map<String, String> read(String text) {
        var colours = new HashMap<String, String>();
        COLOUR.matcher(text).results().forEach(match -> colours.put(match.group(1), match.group(2)));
        return colours;
    }

    private static double contrast(Map<String, String> scheme, List<String> pair) {
        double one = luminance(scheme.getOrDefault(pair.getFirst(), ""));
        double other = luminance(scheme.getOrDefault(pair.getLast(), ""));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /// Relative luminance as WCAG 2.2 defines it.
    private static double luminance(String hex) {
        double sum = 0;
        double[] weights = {0.2126, 0.7152, 0.0722};
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(hex, 1 + 2 * i, 3 + 2 * i, 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
