package se.varjedag.app.results.open.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import se.varjedag.app.results.open.Cube;
import se.varjedag.app.results.open.Edition;
import se.varjedag.app.results.open.OpenTable;
import se.varjedag.app.results.open.Published;
import se.varjedag.app.results.web.IssuePrint;
import se.varjedag.app.results.web.ResultNames;
import se.varjedag.app.web.Templates;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.FigureFiles;

/// Makes open pages and files of what was published, and keeps them.
@Component
class OpenPages {
    /// The kinds of files, with what they are.
    static final Map<String, MediaType> FILES = Map.of(
            "csv",
            MediaType.parseMediaType("text/csv;charset=UTF-8"),
            "json",
            MediaType.APPLICATION_JSON,
            "xlsx",
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Published published;
    private final ResultNames names;
    private final OpenFrame frame;
    private final KeptOpen kept;

    OpenPages(Published published, ResultNames names, OpenFrame frame, KeptOpen kept) {
        this.published = published;
        this.names = names;
        this.frame = frame;
        this.kept = kept;
    }

    /// A request with what it is answered from.
    ///
    /// @param site what comes before the path in addresses
    record Asked(HttpServletRequest request, Cube cube, ResultNames names, Texts texts, String site, String query) {
        OpenRows rows() {
            return new OpenRows(cube, names, texts);
        }
    }

    /// What a page is called, and what it tells in one sentence.
    record Titled(String title, String description) {}

    Asked asked(HttpServletRequest request) {
        var texts = frame.texts(request);
        var english = texts.text("language.tag").equals("en");
        return new Asked(request, published.cube(), names, texts, OpenFrame.site(request), english ? "?lang=en" : "");
    }

    /// A page, made or as it was kept.
    ///
    /// @param path   below `/oppet`, with what was chosen: what tells it from every other page
    /// @param under  the word of the menu that it stands under
    /// @param making fills its model
    ResponseEntity<byte[]> html(
            Asked asked,
            String path,
            String under,
            String template,
            BiFunction<Texts, Map<String, Object>, Titled> making) {
        return kept.answer(asked.request, stamp(asked), key(asked, path), HTML, () -> {
            var model = new HashMap<String, Object>();
            var titled = making.apply(asked.texts, model);
            model.put("around", frame.around(asked.site, path, under, titled.title, titled.description, asked.texts));
            return bytes(template, model);
        });
    }

    private static byte[] bytes(String template, Map<String, Object> model) {
        return Templates.html(template, model).toByteArray();
    }

    /// The mark of the frame shows the day.
    private String stamp(Asked asked) {
        return asked.cube.stamp() + " " + frame.today();
    }

    private static String key(Asked asked, String path) {
        return asked.site + " " + asked.texts.language() + " " + path;
    }

    /// A file of some editions.
    ResponseEntity<byte[]> file(Asked asked, String path, String kind, List<Edition> editions) {
        var type = FILES.getOrDefault(kind, MediaType.APPLICATION_OCTET_STREAM);
        var answer =
                kept.answer(asked.request, stamp(asked), key(asked, path), type, () -> content(asked, kind, editions));
        return ResponseEntity.status(answer.getStatusCode())
                .headers(headers -> {
                    headers.addAll(answer.getHeaders());
                    // Programs on the pages of others may read data that are free.
                    headers.setAccessControlAllowOrigin("*");
                    headers.set("Cross-Origin-Resource-Policy", "cross-origin");
                })
                .body(answer.getBody());
    }

    /// A published issue on paper.
    ResponseEntity<byte[]> pdf(Asked asked, Edition edition) {
        var path = "/resultat/" + edition.slug() + "/resultat.pdf";
        return kept.answer(
                asked.request,
                stamp(asked),
                key(asked, path),
                MediaType.APPLICATION_PDF,
                () -> IssuePrint.published(
                        edition.issue(),
                        edition.frozen(),
                        asked.cube.told(edition),
                        edition.comments(),
                        edition.errata(),
                        edition.published(),
                        frame.simulated(),
                        names,
                        asked.texts));
    }

    /// What a file holds: the words of names in the language of the address.
    byte[] content(Asked asked, String kind, List<Edition> editions) {
        var table = new OpenTable(names, asked.texts);
        if (kind.equals("json")) {
            return table.json(editions).getBytes(StandardCharsets.UTF_8);
        }
        if (kind.equals("csv")) {
            return FigureFiles.csv(table.of(editions));
        }
        var out = new ByteArrayOutputStream();
        try {
            FigureFiles.xlsx(table.of(editions), asked.texts.text("results.menu"), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// Nothing that was published is there.
    ResponseEntity<byte[]> notFound(Asked asked) {
        var title = asked.texts.text("public.notfound");
        var model = new HashMap<String, Object>();
        model.put("around", frame.around(asked.site, "", "none", title, title, asked.texts));
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(bytes("results/open/notfound", model));
    }
}
