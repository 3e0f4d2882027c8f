package se.varjedag.app.results.open.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Content.Line;
import se.varjedag.app.results.open.Edition;
import se.varjedag.app.results.web.DayRows;
import se.varjedag.app.results.web.IssueView;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.Span;

/// The published issues: all of them, one, one of its diagnoses, its files, and a diagnosis to be shown inside the
/// pages of others.
@Controller
@Allowed(Permission.ANYBODY)
public class OpenController {
    /// All diagnoses together, in addresses.
    static final String ALL = "alla";

    private static final String PATH = OpenFrame.PATH;
    private static final String ONE = PATH + "/resultat/{slug}";

    private final OpenPages pages;

    OpenController(OpenPages pages) {
        this.pages = pages;
    }

    /// A period with what was published of it.
    ///
    /// @param said of the whole country, in sentences; none where it cannot be told
    public record Period(String name, List<String> said, List<Told> rows) {
        public Period {
            said = List.copyOf(said);
            rows = List.copyOf(rows);
        }
    }

    /// The whole country, or an edition, among others.
    ///
    /// @param edition its number, day and seal; empty for the country
    public record Told(OpenRows.Row row, String edition) {}

    /// What stands over the pages of an edition.
    public record Head(
            String path,
            String slug,
            String region,
            String period,
            String known,
            String published,
            int number,
            String seal,
            String program,
            List<Said> errata) {
        public Head {
            errata = List.copyOf(errata);
        }
    }

    /// Something written.
    public record Said(String what, String words, String more, String day) {}

    @GetMapping(PATH)
    ResponseEntity<byte[]> front(HttpServletRequest request) {
        var asked = pages.asked(request);
        return pages.html(asked, "", "", "results/open/front", (texts, model) -> {
            model.put(
                    "periods",
                    asked.cube().periods().stream()
                            .map(span -> period(span, asked, texts))
                            .toList());
            return new OpenPages.Titled(texts.text("public.title"), texts.text("public.description"));
        });
    }

    private static Period period(Span span, OpenPages.Asked asked, Texts texts) {
        var rows = asked.rows();
        var all = new ArrayList<Told>();
        var country = asked.cube().country(span, "");
        country.ifPresent(one -> all.add(new Told(rows.country(one, "", texts.text("public.country")), "")));
        for (var edition : asked.cube().of(span)) {
            all.add(new Told(
                    rows.row(
                            edition,
                            edition.line("", Content.WHOLE),
                            "",
                            Regions.healthcareRegion(edition.issue().healthcareRegion()),
                            "/resultat/" + edition.slug(),
                            null),
                    texts.text(
                            "public.edition",
                            edition.frozen().number(),
                            texts.formats().date(edition.published()),
                            edition.frozen().sha256().substring(0, 8))));
        }
        return new Period(
                texts.formats().period(span.from(), span.to()),
                country.map(rows::summary).orElse(List.of()),
                all);
    }

    private static Head head(Edition edition, Texts texts) {
        var formats = texts.formats();
        var issue = edition.issue();
        return new Head(
                "/resultat/" + edition.slug(),
                edition.slug(),
                Regions.healthcareRegion(issue.healthcareRegion()),
                formats.period(issue.span().from(), issue.span().to()),
                formats.moment(issue.knownAt()),
                formats.date(edition.published()),
                edition.frozen().number(),
                edition.frozen().sha256(),
                edition.frozen().program(),
                edition.errata().stream()
                        .map(one -> new Said(
                                texts.text("results.erratum", one.number()),
                                one.words(),
                                "",
                                formats.moment(one.signed().at())))
                        .toList());
    }

    @GetMapping(ONE)
    ResponseEntity<byte[]> issue(@PathVariable String slug, HttpServletRequest request) {
        var asked = pages.asked(request);
        var found = asked.cube().named(slug);
        if (found.isEmpty()) {
            return pages.notFound(asked);
        }
        var edition = found.get();
        return pages.html(asked, "/resultat/" + slug, "", "results/open/issue", (texts, model) -> {
            var rows = asked.rows();
            var head = head(edition, texts);
            var diagnoses = rows.diagnoses(edition);
            model.put("head", head);
            model.put("summary", rows.summary(edition));
            model.put("rows", rows.ofDiagnoses(edition));
            model.put("few", rows.named(edition, diagnoses.stream().filter(edition.hiding()::hides)));
            model.put(
                    "none",
                    rows.named(
                            edition,
                            diagnoses.stream().filter(line -> line.now().n() == 0)));
            model.put("promises", IssueView.promises(edition.content(), asked.names(), texts));
            model.put("comments", comments(edition, asked, texts));
            return new OpenPages.Titled(
                    head.region() + ", " + head.period(),
                    texts.text("public.issue.description", head.region(), head.period()));
        });
    }

    private static List<Said> comments(Edition edition, OpenPages.Asked asked, Texts texts) {
        var all = new ArrayList<Said>();
        edition.comments().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(one -> all.add(new Said(
                        asked.names().diagnosis(one.getKey(), texts),
                        one.getValue().reason(),
                        one.getValue().doing(),
                        texts.formats().moment(one.getValue().signed().at()))));
        return all;
    }

    /// The diagnosis of an address, at the whole healthcare region.
    private static Optional<Line> line(Edition edition, String diagnosis) {
        return edition.content().line(diagnosis.equals(ALL) ? "" : diagnosis, Content.WHOLE);
    }

    @GetMapping(ONE + "/{diagnosis}")
    ResponseEntity<byte[]> diagnosis(
            @PathVariable String slug, @PathVariable String diagnosis, HttpServletRequest request) {
        return picture(slug, diagnosis, "/resultat/", "results/open/diagnosis", request);
    }

    @GetMapping(PATH + "/diagram/{slug}/{diagnosis}")
    ResponseEntity<byte[]> framed(
            @PathVariable String slug, @PathVariable String diagnosis, HttpServletRequest request) {
        return picture(slug, diagnosis, "/diagram/", "results/open/framed", request);
    }

    private ResponseEntity<byte[]> picture(
            String slug, String diagnosis, String folder, String template, HttpServletRequest request) {
        var asked = pages.asked(request);
        var found = asked.cube().named(slug);
        var line = found.flatMap(edition -> line(edition, diagnosis));
        if (found.isEmpty() || line.isEmpty()) {
            return pages.notFound(asked);
        }
        var edition = found.get();
        var there = slug + "/" + diagnosis;
        return pages.html(asked, folder + there, "", template, (texts, model) -> {
            var rows = asked.rows();
            var head = head(edition, texts);
            var svf = line.get().svf();
            var name = asked.names().diagnosis(svf, texts);
            model.put("head", head);
            model.put("all", svf.isEmpty());
            model.put("rows", rows.ofPlaces(edition, svf));
            model.put(
                    "days",
                    DayRows.of(line.get(), edition.hiding(), asked.names().goal(), texts)
                            .rows());
            model.put("code", code(asked, there, name, head));
            model.put("there", "/resultat/" + there);
            return new OpenPages.Titled(
                    name, texts.text("public.diagnosis.description", name, head.region(), head.period()));
        });
    }

    /// What others put into a page of theirs to show the picture there.
    private static String code(OpenPages.Asked asked, String there, String name, Head head) {
        return "<iframe src=\"%s%s/diagram/%s%s\" title=\"%s, %s, %s\" width=\"640\" height=\"560\" loading=\"lazy\"></iframe>"
                .formatted(asked.site(), PATH, there, asked.query(), name, head.region(), head.period());
    }

    @GetMapping(ONE + "/resultat.{kind}")
    ResponseEntity<byte[]> file(@PathVariable String slug, @PathVariable String kind, HttpServletRequest request) {
        var asked = pages.asked(request);
        return asked.cube()
                .named(slug)
                .filter(_ -> OpenPages.FILES.containsKey(kind))
                .map(edition -> pages.file(asked, "/resultat/" + slug + "/resultat." + kind, kind, List.of(edition)))
                .orElseGet(() -> pages.notFound(asked));
    }

    @GetMapping(ONE + "/resultat.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String slug, HttpServletRequest request) {
        var asked = pages.asked(request);
        return asked.cube()
                .named(slug)
                .map(edition -> pages.pdf(asked, edition))
                .orElseGet(() -> pages.notFound(asked));
    }

    /// Whatever else stands under the open address is not there, and says so without asking who wants to know.
    @GetMapping(PATH + "/**")
    ResponseEntity<byte[]> nothing(HttpServletRequest request) {
        return pages.notFound(pages.asked(request));
    }
}
