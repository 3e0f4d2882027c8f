package se.varjedag.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.varjedag.pathway.definition.Language;

/// Which language a request is answered in: the reader's own choice (a cookie), otherwise the first of the browser's
/// languages that we have, otherwise the house's.
public record LanguageChoice(Language house) {

    /// The cookie that keeps the choice.
    public static final String COOKIE = "sprak";

    /// The house's language from a setting such as `sv` or `en`; Swedish when it says nothing we know.
    public static LanguageChoice ofSetting(@Nullable String setting) {
        var language = setting == null ? null : ofTag(setting);
        return new LanguageChoice(language == null ? Language.SV : language);
    }

    /// The language for one request.
    public Language of(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (var cookie : request.getCookies()) {
                if (COOKIE.equals(cookie.getName())) {
                    var chosen = ofTag(cookie.getValue());
                    if (chosen != null) {
                        return chosen;
                    }
                }
            }
        }
        if (request.getHeader("Accept-Language") != null) {
            var wanted = request.getLocales();
            while (wanted.hasMoreElements()) {
                var language = ofTag(wanted.nextElement().getLanguage());
                if (language != null) {
                    return language;
                }
            }
        }
        return house;
    }

    /// The language of a tag such as `sv-SE`; null when we do not have it.
    static @Nullable Language ofTag(String tag) {
        var lower = tag.toLowerCase(Locale.ROOT);
        if (lower.startsWith("sv")) {
            return Language.SV;
        }
        return lower.startsWith("en") ? Language.EN : null;
    }
}
