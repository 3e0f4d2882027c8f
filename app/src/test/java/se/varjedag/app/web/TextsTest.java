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

    @Test
    void words_go_by_the_number_they_stand_with() {
        var swedish = Texts.in(Language.SV);

        assertThat(swedish.text("distribution.others", "1")).isEqualTo("1 patient har en annan gräns eller ingen");
        assertThat(swedish.text("distribution.others", "12")).isEqualTo("12 patienter har en annan gräns eller ingen");
        assertThat(Texts.in(Language.EN).text("distribution.outside", "1", "140"))
                .isEqualTo("1 patient with more than 140 days is not drawn");
        assertThat(swedish.text("data.page", "1", "1", "1")).isEqualTo("Sida 1 av 1, 1 rad");
    }

    @Test
    void no_word_is_left_unchosen() {
        for (var language : Language.values()) {
            var texts = Texts.in(language);
            for (var key : texts.keys()) {
                for (var number : new String[] {"0", "1", "2"}) {
                    assertThat(texts.text(key, number, number, number, number, number, number))
                            .as(key)
                            .doesNotContain("|");
                }
            }
        }
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
