package se.varjedag.app.results.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Issue;
import se.varjedag.app.results.Issues;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.figure.FigureFiles;

/// The files of an issue: all its figures, the issue on paper, and each diagnosis as a picture.
@Controller
public class IssueFilesController {
    private static final String ONE = IssueController.PATH + "/{id:\\d+}";
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final ResultsFrame frame;
    private final Issues issues;
    private final IssueHeads heads;

    IssueFilesController(ResultsFrame frame, Issues issues, IssueHeads heads) {
        this.frame = frame;
        this.issues = issues;
        this.heads = heads;
    }

    /// One that the reader sees and whose figures can be told now.
    private Issue one(long id) {
        var issue = frame.one(id);
        if (!issue.step().stays() && !frame.ready()) {
            throw Given.notFound();
        }
        return issue;
    }

    /// A diagnosis as a picture for a slide.
    @GetMapping(ONE + "/figur.svg")
    @Allowed(Permission.FIGURES)
    ResponseEntity<byte[]> slide(
            @PathVariable long id,
            @RequestParam(name = "diagnos", defaultValue = "") String svf,
            HttpServletRequest request) {
        var issue = one(id);
        var content = issues.content(issue);
        var line = content.line(svf, Content.WHOLE).orElseThrow(Given::notFound);
        return answer(
                "figur.svg",
                SVG,
                IssueSlide.svg(
                        issue,
                        issues.frozen(id),
                        content,
                        line,
                        frame.page(request, "").synthetic(),
                        frame.names(),
                        frame.texts(request)));
    }

    @GetMapping(ONE + "/resultat.{kind}")
    @Allowed(Permission.FIGURES)
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable String kind, HttpServletRequest request)
            throws IOException {
        var issue = one(id);
        var texts = frame.texts(request);
        var content = issues.content(issue);
        var table = new ResultTable(issue, Hiding.of(content), frame, texts);
        return switch (kind) {
            case "csv" -> answer("resultat." + kind, CSV, FigureFiles.csv(table.of(content.figures())));
            case "xlsx" -> {
                var out = new ByteArrayOutputStream();
                FigureFiles.xlsx(table.of(content.figures()), texts.text("results.menu"), out);
                yield answer("resultat." + kind, XLSX, out.toByteArray());
            }
            case "json" ->
                answer(
                        "resultat." + kind,
                        MediaType.APPLICATION_JSON,
                        json(issue, content, table).getBytes(StandardCharsets.UTF_8));
            case "pdf" ->
                answer(
                        "resultat." + kind,
                        MediaType.APPLICATION_PDF,
                        IssuePrint.pdf(
                                issue,
                                heads.of(issue, texts),
                                content,
                                issues.standing(id),
                                comment -> IssueController.said("", comment, texts),
                                frame.page(request, "").synthetic(),
                                frame.names(),
                                texts));
            default -> throw Given.notFound();
        };
    }

    private String json(Issue issue, Content content, ResultTable table) {
        var about = new LinkedHashMap<String, @Nullable Object>();
        about.put("name", issue.name());
        about.put("healthcare_region", issue.healthcareRegion());
        about.put("from", issue.span().from().toString());
        about.put("to", issue.span().to().toString());
        about.put("known_at", issue.knownAt().toString());
        about.put("step", issue.step().key());
        issues.frozen(issue.id()).ifPresent(frozen -> {
            about.put("number", frozen.number());
            about.put("sha256", frozen.sha256());
            about.put("program", frozen.program());
            about.put("definitions", frozen.definitions());
        });
        return table.json(content, about);
    }

    private static ResponseEntity<byte[]> answer(String name, MediaType type, byte[] file) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file);
    }
}
