package se.varjedag.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import se.varjedag.pathway.definition.Language;

class LanguageTest {

    private final LanguageChoice choice = LanguageChoice.ofSetting("sv");

    @Test
    void the_readers_own_choice_goes_before_the_browsers() {
        var request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", "sv");
        request.addPreferredLocale(Locale.of("sv"));
        request.setCookies(new Cookie(LanguageChoice.COOKIE, "en"));

        assertThat(choice.of(request)).isEqualTo(Language.EN);
    }

    @Test
    void the_first_language_of_the_browser_that_we_have_is_taken() {
        var request = new MockHttpServletRequest();
        request.addHeader("Accept-Language", "de, en;q=0.8");
        request.addPreferredLocale(Locale.ENGLISH);
        request.addPreferredLocale(Locale.GERMAN);

        assertThat(choice.of(request)).isEqualTo(Language.EN);
    }

    @Test
    void the_house_decides_when_the_browser_does_not() {
        assertThat(choice.of(new MockHttpServletRequest())).isEqualTo(Language.SV);
        assertThat(LanguageChoice.ofSetting("en").house()).isEqualTo(Language.EN);
        assertThat(LanguageChoice.ofSetting(null).house()).isEqualTo(Language.SV);
    }

    @Test
    void a_choice_of_language_leads_back_to_a_page_of_ours_only() {
        assertThat(Given.path("/laget?region=05", "/")).isEqualTo("/laget?region=05");
        assertThat(Given.path("//elsewhere.example", "/")).isEqualTo("/");
        assertThat(Given.path("https://elsewhere.example", "/")).isEqualTo("/");
        assertThat(Given.path("/\\elsewhere.example", "/")).isEqualTo("/");
        assertThat(Given.path("/laget?region={region}", "/")).isEqualTo("/");
        assertThat(Given.path("/" + "x".repeat(9000), "/")).isEqualTo("/");
    }
}
