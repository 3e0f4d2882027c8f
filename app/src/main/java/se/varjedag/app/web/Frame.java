package se.varjedag.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import se.varjedag.app.reference.Sweden;

/// Builds what surrounds every page: who is here, the menu, the date, the language, and that data are simulated.
@Component
public class Frame {

    private final ObjectProvider<CurrentVisitor> current;
    private final ObjectProvider<DataOrigin> origin;
    private final List<MenuItem> menu;
    private final LanguageChoice languages;
    private final Clock clock;

    Frame(
            ObjectProvider<CurrentVisitor> current,
            ObjectProvider<DataOrigin> origin,
            ObjectProvider<MenuItem> menu,
            ObjectProvider<Clock> clock,
            LanguageChoice languages) {
        this.current = current;
        this.origin = origin;
        this.menu =
                menu.stream().sorted(Comparator.comparingInt(MenuItem::order)).toList();
        this.languages = languages;
        this.clock = clock.getIfAvailable(() -> Clock.system(Sweden.TIME));
    }

    /// The words in the language of this request.
    public Texts texts(HttpServletRequest request) {
        return Texts.in(languages.of(request));
    }

    /// The visitor behind this request.
    public Optional<Visitor> visitor() {
        var known = current.getIfAvailable();
        return known == null ? Optional.empty() : known.visitor();
    }

    private boolean mayOpen(String path) {
        var known = current.getIfAvailable();
        return known != null && known.mayOpen(path);
    }

    /// The date in Sweden.
    public LocalDate today() {
        return LocalDate.now(clock.withZone(Sweden.TIME));
    }

    /// The frame of a page with this title.
    public Page page(HttpServletRequest request, String title) {
        var texts = texts(request);
        var visitor = visitor();
        var path = pathOf(request);
        var source = origin.getIfAvailable();
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Page(
                title,
                texts,
                visitor.map(_ -> bar("", path, texts)).orElse(List.of()),
                visitor.map(_ -> secondBar(path, texts)).orElse(List.of()),
                visitor.map(v -> inWords(v.role(), v.place(), texts)).orElse(null),
                visitor.map(Visitor::name).orElse(null),
                visitor.map(v -> v.others().stream()
                                .map(other -> inWords(other, texts))
                                .toList())
                        .orElse(List.of()),
                texts.formats().today(today()),
                week(today()),
                source != null && source.synthetic(),
                backTo(request),
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? "" : csrf.getToken(),
                List.of());
    }

    /// The frame of a page that nobody asked for.
    public Page page(Texts texts, String title) {
        return new Page(
                title,
                texts,
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                texts.formats().today(today()),
                week(today()),
                false,
                "",
                "_csrf",
                "",
                List.of());
    }

    private List<Page.Link> secondBar(String path, Texts texts) {
        return menu.stream()
                .filter(item -> item.under().isEmpty() && item.leadsTo(path))
                .findFirst()
                .map(item -> bar(item.path(), path, texts))
                .orElse(List.of());
    }

    private List<Page.Link> bar(String under, String path, Texts texts) {
        return menu.stream()
                .filter(item -> item.under().equals(under) && mayOpen(item.path()))
                .map(item -> new Page.Link(texts.text(item.text()), item.path(), item.leadsTo(path) ? "page" : null))
                .toList();
    }

    private static String inWords(String role, String place, Texts texts) {
        var word = texts.text("role." + role);
        return place.isEmpty() ? word : word + " · " + place;
    }

    private static Page.Other inWords(Visitor.Other other, Texts texts) {
        return new Page.Other(other.key(), inWords(other.role(), other.place(), texts));
    }

    /// The address the reader sees: on an error page that of the page that failed.
    private static String pathOf(HttpServletRequest request) {
        var failed = request.getAttribute("jakarta.servlet.error.request_uri");
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    /// Where the other language leads back to: this page with its selection.
    private static String backTo(HttpServletRequest request) {
        var query = request.getQueryString();
        return "GET".equals(request.getMethod()) && query != null ? pathOf(request) + "?" + query : pathOf(request);
    }

    private static List<Page.Stroke> week(LocalDate today) {
        var strokes = new ArrayList<Page.Stroke>();
        int now = today.getDayOfWeek().getValue() - 1;
        for (int day = 0; day < 7; day++) {
            var fill = day == now ? "var(--accent)" : day > now ? "var(--data-2)" : "currentColor";
            strokes.add(new Page.Stroke(day * 5, day == now ? 0 : 4, day == now ? 20 : 12, fill));
        }
        return strokes;
    }
}
