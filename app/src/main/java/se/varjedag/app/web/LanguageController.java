package se.varjedag.app.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Keeps the reader's choice of language and leads back to the page it was made on.
@Controller
class LanguageController {

    private static final int LONGEST = 2000;

    @PostMapping("/language")
    String choose(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        var chosen = LanguageChoice.ofTag(language);
        if (chosen != null) {
            var cookie = new Cookie(LanguageChoice.COOKIE, Texts.in(chosen).text("language.tag"));
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure());
            cookie.setAttribute("SameSite", "Lax");
            cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
            response.addCookie(cookie);
        }
        return "redirect:" + (own(back) ? back : "/");
    }

    /// Only an address of our own leads back: a path, never another host.
    static boolean own(String back) {
        return back.startsWith("/")
                && !back.startsWith("//")
                && back.length() <= LONGEST
                && back.chars().noneMatch(c -> "\\{}".indexOf(c) >= 0)
                && back.chars().noneMatch(Character::isISOControl);
    }
}
