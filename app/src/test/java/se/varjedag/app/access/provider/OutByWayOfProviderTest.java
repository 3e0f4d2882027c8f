package se.varjedag.app.access.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OutByWayOfProviderTest {
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void the_way_to_the_provider_is_a_page_in_both_languages_that_goes_on_by_itself() throws Exception {
        OutByWayOfProvider.goOn(response, "https://id.example.se/out?a=1&b=\"><script>");

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Refresh")).startsWith("0; url=https://id.example.se/out");
        assertThat(response.getContentAsString())
                .contains(
                        "<p><a href=\"https://id.example.se/out?a=1&amp;b=&#34;>&lt;script>\">Fortsätt utloggningen hos legitimeringstjänsten</a></p>",
                        "<p lang=\"en\">",
                        "Go on signing out at the identity provider")
                .doesNotContain("<script>");
    }

    @Test
    void who_did_not_come_by_the_provider_stays_here() throws Exception {
        var settings = new ProviderSettings(
                "http://localhost:1", "varjedag", "", List.of("openid"), "", "", "http://localhost");
        new OutByWayOfProvider(settings, new ProviderWords(settings.issuer()))
                .onLogoutSuccess(new MockHttpServletRequest(), response, null);

        assertThat(response.getRedirectedUrl()).isEqualTo("/login?out");
    }
}
