package se.varjedag.app.followup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.varjedag.pathway.definition.Language;

class HandbookTest {

    @Test
    void every_measure_has_its_page_in_both_languages_with_every_part() {
        var swedish = List.of("Population", "Täljare", "Nämnare", "Formel", "Källa", "Fällor");
        var english = List.of("Population", "Numerator", "Denominator", "Formula", "Source", "Traps");
        for (var slug : Handbook.CHAPTERS) {
            assertThat(html(slug, Language.SV)).as(slug).contains(heads(swedish));
            assertThat(html(slug, Language.EN)).as(slug).contains(heads(english));
        }
    }

    @Test
    void a_page_begins_with_the_question_it_answers() {
        for (var language : Language.values()) {
            assertThat(Handbook.open().chapters(language)).allSatisfy(chapter -> {
                assertThat(chapter.title()).isNotBlank().doesNotStartWith("#");
                assertThat(chapter.lead()).endsWith("?");
            });
        }
    }

    @Test
    void there_is_no_page_for_what_is_no_measure() {
        assertThat(Handbook.open().chapter("../../../application", Language.SV)).isEmpty();
    }

    private static String html(String slug, Language language) {
        return Handbook.open().chapter(slug, language).orElseThrow().html();
    }

    private static List<String> heads(List<String> names) {
        return names.stream().map(name -> "<h2>" + name + "</h2>").toList();
    }
}
