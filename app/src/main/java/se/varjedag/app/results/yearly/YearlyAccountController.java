package se.varjedag.app.results.yearly;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.results.Issue;
import se.varjedag.app.results.web.ResultsFrame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.Templates;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.pdf.Pdf;

/// The yearly account of a healthcare region: as a page, as DOCX and as PDF.
@Controller
public class YearlyAccountController {
    static final String PATH = "/resultat/redovisning";
    private static final String REGION = "sjukvardsregion";
    private static final String YEAR = "ar";

    /// Two digits or six are no year.
    private static final String YEARS = "\\d{4}";

    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final ResultsFrame frame;
    private final YearlyAccounts accounts;

    YearlyAccountController(ResultsFrame frame, YearlyAccounts accounts) {
        this.frame = frame;
        this.accounts = accounts;
    }

    /// Something to choose.
    public record Choice(String value, String text, boolean chosen) {}

    /// What was asked for.
    private record Asked(String region, int year, List<Issue> seen) {}

    @GetMapping(PATH)
    @Allowed(Permission.FIGURES)
    String page(
            @RequestParam(name = REGION, defaultValue = "") String region,
            @RequestParam(name = YEAR, defaultValue = "") String year,
            HttpServletRequest request,
            Model model) {
        var texts = frame.texts(request);
        var asked = asked(region, year);
        var account = accounts.of(asked.region, asked.year, asked.seen, frame.today(), texts);
        model.addAttribute("page", frame.page(request, texts.text("yearly.menu")));
        model.addAttribute("account", account);
        model.addAttribute("empty", inYear(asked).isEmpty());
        model.addAttribute("file", "?%s=%s&%s=%d".formatted(REGION, asked.region, YEAR, asked.year));
        model.addAttribute(
                "regions",
                Regions.healthcareRegions().stream()
                        .map(one -> new Choice(one, Regions.healthcareRegion(one), one.equals(asked.region)))
                        .toList());
        model.addAttribute(
                "years",
                years(asked).stream()
                        .map(one -> new Choice(String.valueOf(one), String.valueOf(one), one == asked.year))
                        .toList());
        return "results/yearly/page";
    }

    @GetMapping(PATH + ".{kind}")
    @Allowed(Permission.FIGURES)
    ResponseEntity<byte[]> file(
            @PathVariable String kind,
            @RequestParam(name = REGION, defaultValue = "") String region,
            @RequestParam(name = YEAR, defaultValue = "") String year,
            HttpServletRequest request) {
        var texts = frame.texts(request);
        var asked = asked(region, year);
        var account = accounts.of(asked.region, asked.year, asked.seen, frame.today(), texts);
        var mark = frame.page(request, "").synthetic() ? texts.text("frame.simulated") : "";
        return switch (kind) {
            case "docx" -> answer(kind, DOCX, YearlyAccountDocx.of(account, mark, texts));
            case "pdf" -> answer(kind, MediaType.APPLICATION_PDF, pdf(account, mark, texts));
            default -> throw Given.notFound();
        };
    }

    private static byte[] pdf(YearlyAccount account, String mark, Texts texts) {
        var html = Templates.html("results/yearly/print", Map.of("texts", texts, "account", account, "mark", mark));
        return Pdf.of(new String(html.toByteArray(), StandardCharsets.UTF_8), texts.text("language.tag"));
    }

    /// Where nothing was chosen: the own healthcare region, and the latest year that any issue of it tells of.
    private Asked asked(String region, String year) {
        boolean known = region.isEmpty() || Regions.healthcareRegions().contains(region);
        if (!known || !(year.isEmpty() || year.matches(YEARS))) {
            throw Given.notFound();
        }
        var seen = frame.seen();
        var chosen = region.isEmpty()
                ? Stream.of(frame.own(), Regions.healthcareRegions())
                        .flatMap(Collection::stream)
                        .findFirst()
                        .orElseThrow()
                : region;
        int latest = seen.stream()
                .filter(one ->
                        YearlyAccounts.counts(one) && one.healthcareRegion().equals(chosen))
                .map(one -> one.span().from().getYear())
                .max(Comparator.naturalOrder())
                .orElse(frame.today().getYear());
        return new Asked(chosen, year.isEmpty() ? latest : Integer.parseInt(year), seen);
    }

    private static List<Issue> inYear(Asked asked) {
        return asked.seen.stream()
                .filter(one -> YearlyAccounts.counts(one)
                        && one.healthcareRegion().equals(asked.region)
                        && one.span().from().getYear() == asked.year)
                .toList();
    }

    /// The years that any issue tells of, the latest first.
    private static List<Integer> years(Asked asked) {
        var years = new TreeSet<>(List.of(asked.year));
        asked.seen.stream()
                .filter(YearlyAccounts::counts)
                .forEach(one -> years.add(one.span().from().getYear()));
        return List.copyOf(years.descendingSet());
    }

    private static ResponseEntity<byte[]> answer(String kind, MediaType type, byte[] file) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("redovisning." + kind)
                                .build()
                                .toString())
                .body(file);
    }
}
