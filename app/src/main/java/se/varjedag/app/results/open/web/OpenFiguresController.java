package se.varjedag.app.results.open.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.database.Sha256;
import se.varjedag.app.results.open.Cube;
import se.varjedag.app.results.open.OpenTable;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.Span;

/// What all published issues say together: waiting times by region, the pathways with their limits, what the measures
/// are, and the data.
@Controller
@Allowed(Permission.ANYBODY)
public class OpenFiguresController {
    static final String WAITING = "/vantetider";
    private static final String PATHWAYS = "/vardforloppen";
    private static final String MEASURES = "/om-matten";
    private static final String DATA = "/data";
    private static final String PATH = OpenFrame.PATH;

    /// What the page of measures explains, in its order.
    private static final List<String> EXPLAINED = List.of(
            "days",
            "start",
            "share",
            "median",
            "p90",
            "interval",
            "since",
            "inclusion",
            "place",
            "country",
            "few",
            "fixed");

    private final OpenPages pages;
    private final OpenFrame frame;

    OpenFiguresController(OpenPages pages, OpenFrame frame) {
        this.pages = pages;
        this.frame = frame;
    }

    /// Something to choose in a form.
    public record Choice(String value, String text, boolean chosen) {}

    /// A measure in plain words.
    public record Explained(String id, String title, String text) {}

    /// A column of the files.
    public record Column(String name, String text) {}

    /// A file with what it is known again by.
    ///
    /// @param path below `/oppet`
    public record File(String path, String name, String size, String sum) {}

    @GetMapping(PATH + WAITING)
    ResponseEntity<byte[]> waiting(
            @RequestParam(name = "vardforlopp", defaultValue = "") String svf,
            @RequestParam(name = "period", defaultValue = "") String period,
            HttpServletRequest request) {
        var asked = pages.asked(request);
        var span = span(asked.cube(), period);
        boolean known = svf.isEmpty() || asked.cube().diagnoses().contains(svf);
        if (!known || (span.isEmpty() && !period.isEmpty())) {
            return pages.notFound(asked);
        }
        return pages.html(asked, waiting(svf, period), WAITING, "results/open/waiting", (texts, model) -> {
            model.put("diagnoses", diagnoses(asked, svf, texts));
            model.put("periods", periods(asked.cube(), span, texts));
            model.put("view", span.map(one -> OpenMap.of(asked, one, svf, texts)));
            var name = asked.names().diagnosis(svf, texts);
            return new OpenPages.Titled(
                    texts.text("public.waiting.title"), texts.text("public.waiting.description", name));
        });
    }

    /// The one address of a choice.
    private static String waiting(String svf, String period) {
        var chosen = new ArrayList<String>();
        if (!svf.isEmpty()) {
            chosen.add("vardforlopp=" + svf);
        }
        if (!period.isEmpty()) {
            chosen.add("period=" + period);
        }
        return WAITING + (chosen.isEmpty() ? "" : "?" + String.join("&", chosen));
    }

    /// The period that was asked for, or the latest; empty where there is none such.
    private static Optional<Span> span(Cube cube, String written) {
        return cube.periods().stream()
                .filter(one -> written.isEmpty() || written.equals(value(one)))
                .findFirst();
    }

    private static String value(Span span) {
        return span.from() + "--" + span.to();
    }

    private static List<Choice> diagnoses(OpenPages.Asked asked, String chosen, Texts texts) {
        var all = new ArrayList<Choice>();
        all.add(new Choice("", texts.text("results.all"), chosen.isEmpty()));
        asked.rows()
                .byName(asked.cube().diagnoses())
                .forEach(svf -> all.add(new Choice(svf, asked.names().diagnosis(svf, texts), svf.equals(chosen))));
        return all;
    }

    private static List<Choice> periods(Cube cube, Optional<Span> chosen, Texts texts) {
        return cube.periods().stream()
                .map(one -> new Choice(
                        value(one),
                        texts.formats().period(one.from(), one.to()),
                        chosen.filter(one::equals).isPresent()))
                .toList();
    }

    @GetMapping(PATH + PATHWAYS)
    ResponseEntity<byte[]> pathways(HttpServletRequest request) {
        var asked = pages.asked(request);
        var definitions = asked.names().definitions();
        return pages.html(asked, PATHWAYS, PATHWAYS, "results/open/pathways", (texts, model) -> {
            model.put("pathways", LimitHistory.of(definitions, frame.today(), texts));
            return new OpenPages.Titled(texts.text("public.pathways.title"), texts.text("public.pathways.description"));
        });
    }

    @GetMapping(PATH + MEASURES)
    ResponseEntity<byte[]> measures(HttpServletRequest request) {
        var asked = pages.asked(request);
        return pages.html(asked, MEASURES, MEASURES, "results/open/measures", (texts, model) -> {
            model.put(
                    "explained",
                    EXPLAINED.stream()
                            .map(one -> new Explained(
                                    one,
                                    texts.text("public.about." + one),
                                    texts.text("public.about." + one + ".text")))
                            .toList());
            return new OpenPages.Titled(texts.text("public.about.title"), texts.text("public.about.description"));
        });
    }

    @GetMapping(PATH + DATA)
    ResponseEntity<byte[]> data(HttpServletRequest request) {
        var asked = pages.asked(request);
        return pages.html(asked, DATA, DATA, "results/open/data", (texts, model) -> {
            var editions = asked.cube().editions();
            model.put(
                    "columns",
                    OpenTable.COLUMNS.stream()
                            .map(name -> new Column(name, texts.text("public.column.of." + name)))
                            .toList());
            model.put(
                    "files",
                    List.of("csv", "json").stream()
                            .map(kind -> {
                                var content = pages.content(asked, kind, editions);
                                return new File(
                                        DATA + "/resultat." + kind,
                                        "resultat." + kind,
                                        texts.formats().bytes(content.length),
                                        Sha256.hex(content));
                            })
                            .toList());
            model.put(
                    "changed",
                    editions.stream()
                            .map(one -> one.published())
                            .max(LocalDate::compareTo)
                            .map(texts.formats()::date)
                            .orElse(""));
            return new OpenPages.Titled(texts.text("public.data.title"), texts.text("public.data.description"));
        });
    }

    @GetMapping(PATH + DATA + "/resultat.{kind}")
    ResponseEntity<byte[]> file(@PathVariable String kind, HttpServletRequest request) {
        var asked = pages.asked(request);
        return OpenPages.FILES.containsKey(kind)
                ? pages.file(
                        asked, DATA + "/resultat." + kind, kind, asked.cube().editions())
                : pages.notFound(asked);
    }
}
