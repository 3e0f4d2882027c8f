package se.varjedag.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.definition.Language;

class TextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(Texts.in(Language.EN).keys()).isEqualTo(Texts.in(Language.SV).keys());
    }

    @Test
    void both_languages_fill_the_same_places() {
        for (var key : Texts.in(Language.SV).keys()) {
            assertThat(places(Texts.in(Language.EN).text(key)))
                    .as(key)
                    .isEqualTo(places(Texts.in(Language.SV).text(key)));
        }
    }

    @Test
    void places_are_filled_in_order() {
        assertThat(Texts.in(Language.SV).text("error.code", "404")).startsWith("Felkod 404.");
    }

    @Test
    void a_key_without_text_is_a_broken_promise() {
        assertThatThrownBy(() -> Texts.in(Language.SV).text("no.such.key")).hasMessageContaining("no.such.key");
    }

    private static String places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(match -> match.group())
                .distinct()
                .sorted()
                .collect(Collectors.joining());
    }
}
