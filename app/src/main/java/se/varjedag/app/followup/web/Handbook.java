package se.varjedag.app.followup.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import se.varjedag.pathway.definition.Language;

/// The method handbook: one text for each measure, in both languages, read from the folder `docs/handbook`.
public final class Handbook {

    /// The chapters in their order.
    static final List<String> CHAPTERS = List.of(
            "andel-i-tid",
            "overtidsdagar",
            "ledtid",
            "overtidsband",
            "vantar-nu",
            "arbetslista",
            "inklusion",
            "utredda",
            "flaskhalsar",
            "orsaker",
            "jamfora",
            "svarstider",
            "vad-vantan-kostade",
            "jamlikhet",
            "ko",
            "kumulativ-incidens",
            "kaplan-meier",
            "trattdiagram",
            "standardisering",
            "xmr",
            "p-diagram",
            "avvikelser",
            "registrering",
            "avstamning",
            "flode",
            "tank-om",
            "prognos",
            "forandring",
            "sma-tal");

    /// What is told of the product itself, after the measures.
    private static final List<String> ABOUT = List.of(
            "nationell-rapport",
            "fhir",
            "patientoversikt",
            "min-vardplan",
            "formular",
            "rehabilitering",
            "palliativ",
            "handlingsplan",
            "resultat",
            "oppet",
            "loften",
            "avsedd-anvandning");

    private static final Handbook ONLY = new Handbook();

    private final Map<String, Chapter> read = new ConcurrentHashMap<>();
    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    private Handbook() {}

    /// One chapter.
    ///
    /// @param title its first heading
    /// @param lead  its first paragraph, in plain words
    /// @param html  all of it
    public record Chapter(String slug, String title, String lead, String html) {}

    /// The handbook.
    public static Handbook open() {
        return ONLY;
    }

    /// The chapter with this name; empty when there is none.
    public Optional<Chapter> chapter(String slug, Language language) {
        return CHAPTERS.contains(slug) || ABOUT.contains(slug)
                ? Optional.of(read.computeIfAbsent(slug + "." + language, _ -> load(slug, language)))
                : Optional.empty();
    }

    /// Every chapter.
    List<Chapter> chapters(Language language) {
        var all = new ArrayList<Chapter>();
        for (var slug : CHAPTERS) {
            chapter(slug, language).ifPresent(all::add);
        }
        for (var slug : ABOUT) {
            chapter(slug, language).ifPresent(all::add);
        }
        return all;
    }

    private Chapter load(String slug, Language language) {
        var name = "handbook/" + slug + "." + language.name().toLowerCase(Locale.ROOT) + ".md";
        try (var in = Handbook.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The handbook lacks " + name);
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var lines = text.lines().filter(line -> !line.isBlank()).toList();
            var title = lines.getFirst().replaceFirst("^#\\s*", "");
            var lead = lines.get(1).replaceAll("[*`]", "");
            return new Chapter(slug, title, lead, renderer.render(parser.parse(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
