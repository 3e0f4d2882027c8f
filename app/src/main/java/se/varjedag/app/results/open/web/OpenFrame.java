package se.varjedag.app.results.open.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.varjedag.app.web.DataOrigin;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Page;
import se.varjedag.app.web.Texts;
import se.varjedag.pathway.definition.Language;

/// What surrounds every open page. It is the same for everybody: the language stands in the address, and nothing is
/// asked of the reader.
@Component
class OpenFrame {
    static final String PATH = "/oppet";
    static final String LANGUAGE = "lang";
    private static final String ENGLISH = "en";

    private final Frame frame;
    private final ObjectProvider<DataOrigin> origin;

    OpenFrame(Frame frame, ObjectProvider<DataOrigin> origin) {
        this.frame = frame;
        this.origin = origin;
    }

    LocalDate today() {
        return frame.today();
    }

    /// Whether every patient is made up.
    boolean simulated() {
        var source = origin.getIfAvailable();
        return source != null && source.synthetic();
    }

    /// The words in the language of the address: English where it says so, otherwise Swedish.
    Texts texts(HttpServletRequest request) {
        return Texts.in(ENGLISH.equals(request.getParameter(LANGUAGE)) ? Language.EN : Language.SV);
    }

    /// What comes before the path in an address of ours, as the reader reached us.
    static String site(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }

    /// @param path  of the page below `/oppet`, with what was chosen
    /// @param under the path of the word of the menu that it stands under
    Around around(String site, String path, String under, String title, String description, Texts texts) {
        boolean english = texts.language() == Language.EN;
        var swedish = PATH + path;
        var inEnglish = swedish + (path.contains("?") ? "&" : "?") + LANGUAGE + "=" + ENGLISH;
        var query = english ? "?" + LANGUAGE + "=" + ENGLISH : "";
        return new Around(
                frame.page(texts, title),
                description,
                Stream.of("", "/vantetider", "/vardforloppen", "/om-matten", "/data")
                        .map(one -> new Page.Link(
                                texts.text("public.menu" + one.replace('/', '.').replace('-', '.')),
                                PATH + one + query,
                                one.equals(under) ? "page" : null))
                        .toList(),
                site + (english ? inEnglish : swedish),
                site + swedish,
                site + inEnglish,
                english ? swedish : inEnglish,
                query,
                simulated());
    }
}
