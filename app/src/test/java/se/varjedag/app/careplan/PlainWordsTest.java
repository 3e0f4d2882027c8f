package se.varjedag.app.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.varjedag.app.web.Lix;

/// What a patient reads is easy to read.
class PlainWordsTest {
    private static final double HARDEST = 35;
    private static final int WORTH_MEASURING = 8;
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final String OF_STAFF = "mvp.staff.";

    private static Properties read(String file) {
        var words = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(PlainWordsTest.class.getResourceAsStream("/se/varjedag/app/" + file)),
                StandardCharsets.UTF_8)) {
            words.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static TreeMap<String, String> swedish() {
        var all = new TreeMap<String, String>();
        for (var file : List.of("careplan", "letters", "plans", "measures")) {
            read("web/texts/" + file + "_sv.properties")
                    .forEach((key, text) -> all.put(key.toString(), text.toString()));
        }
        all.keySet().removeIf(key -> key.startsWith(OF_STAFF) || !key.startsWith("mvp."));
        return all;
    }

    private static TreeMap<String, String> easy() {
        var all = swedish();
        read("careplan/easy.properties").forEach((key, text) -> all.put(key.toString(), text.toString()));
        return all;
    }

    @Test
    void the_texts_of_the_patient_have_a_lix_of_at_most_35_and_the_easy_ones_less() {
        double swedish = Lix.of(String.join("\n", swedish().values()));
        double easy = Lix.of(String.join("\n", easy().values()));
        assertThat(swedish).isLessThanOrEqualTo(HARDEST);
        assertThat(easy).isLessThan(swedish);
        for (var text : swedish().entrySet()) {
            if (text.getValue().split(" ").length >= WORTH_MEASURING) {
                assertThat(Lix.of(text.getValue())).as(text.getKey()).isLessThanOrEqualTo(HARDEST + 5);
            }
        }
    }

    @Test
    void the_easy_texts_are_of_texts_that_there_are_and_fill_the_same_places() {
        var swedish = swedish();
        read("careplan/easy.properties").forEach((key, text) -> {
            assertThat(swedish).containsKey(key.toString());
            assertThat(places(text.toString())).as(key.toString()).isEqualTo(places(swedish.get(key.toString())));
        });
    }

    private static List<String> places(@Nullable String text) {
        return PLACE.matcher(Objects.requireNonNull(text))
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}
