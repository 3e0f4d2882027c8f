package se.varjedag.app.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.reporting.MadeReturn;
import se.varjedag.app.reporting.NationalReturns;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.MenuItem;
import se.varjedag.app.web.figure.FigureFiles;

/// The page where a region's national returns are made, and the page of each with its files. Whoever acts for one
/// region sees and makes that region's.
@Controller
@Allowed(Permission.NATIONAL_RETURN)
class ReturnController {
    static final String PATH = "/nationell-rapport";
    private static final String ONE = PATH + "/{id:\\d+}";

    private final NationalReturns returns;
    private final Frame frame;
    private final SignedIn signedIn;

    ReturnController(NationalReturns returns, Frame frame, SignedIn signedIn) {
        this.returns = returns;
        this.frame = frame;
        this.signedIn = signedIn;
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        MenuItem returnInMenu() {
            return new MenuItem(72, "return.menu", PATH);
        }
    }

    @GetMapping(PATH)
    String page(
            @RequestParam(name = "fel", defaultValue = "") String trouble, HttpServletRequest request, Model model) {
        var texts = frame.texts(request);
        model.addAttribute("page", frame.page(request, texts.text("return.menu")));
        model.addAttribute("returns", ReturnsPage.of(returns.latest(place()), place(), frame.today(), texts));
        model.addAttribute("trouble", ReturnsPage.trouble(trouble, texts));
        return "reporting/returns";
    }

    @PostMapping(PATH)
    String make(
            @RequestParam(name = "region", defaultValue = "") String region,
            @RequestParam(name = "manad", defaultValue = "") String month,
            @RequestParam(name = "kant", defaultValue = "") String known) {
        var of = month(month);
        var day = day(known);
        if (of.isEmpty() || (day.isEmpty() && !known.isBlank())) {
            return "redirect:" + PATH + "?fel="
                    + (of.isEmpty() ? NationalReturns.Reason.MONTH_NOT_OVER.inAddress() : ReturnsPage.DAY);
        }
        var asked = new NationalReturns.Asked(
                place().isEmpty() ? region : place(), of.get(), day, OptionalLong.empty(), name());
        return switch (returns.make(asked)) {
            case NationalReturns.Outcome.Made(var made, var _) -> "redirect:" + PATH + "/" + made.id();
            case NationalReturns.Outcome.Refused(var reason) -> "redirect:" + PATH + "?fel=" + reason.inAddress();
        };
    }

    @GetMapping(ONE)
    String one(@PathVariable long id, HttpServletRequest request, Model model) {
        var texts = frame.texts(request);
        var made = made(id);
        var since = made.since().isPresent() ? returns.byId(made.since().getAsLong()) : Optional.<MadeReturn>empty();
        model.addAttribute("page", frame.page(request, texts.text("return.menu")));
        model.addAttribute("made", ReturnPage.of(made, since, returns.content(made), returns.definitions(), texts));
        return "reporting/return";
    }

    /// The file of the month.
    @GetMapping(ONE + "/fil.{kind}")
    void file(@PathVariable long id, @PathVariable String kind, HttpServletResponse response) throws IOException {
        var made = made(id);
        var content = whole(made);
        switch (kind) {
            case "csv" -> csv(response, made.fileName(), content.report().csv());
            case "xlsx" -> {
                head(
                        response,
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        made.fileName() + ".xlsx");
                FigureFiles.xlsx(
                        ReturnPage.file(content.report()), made.month().toString(), response.getOutputStream());
            }
            default -> throw Given.notFound();
        }
    }

    /// The file of what differs from the return before.
    @GetMapping(ONE + "/skillnader.{kind}")
    void differences(@PathVariable long id, @PathVariable String kind, HttpServletResponse response)
            throws IOException {
        var made = made(id);
        var content = returns.content(made);
        var differences = content.differences();
        if (!kind.equals("csv") || differences.isEmpty()) {
            throw Given.notFound();
        }
        if (!content.sameDifferences()) {
            throw new ResponseStatusException(HttpStatus.GONE);
        }
        csv(response, made.fileName() + "-skillnader", differences.get().csv());
    }

    private NationalReturns.Content whole(MadeReturn made) {
        var content = returns.content(made);
        if (!content.same()) {
            throw new ResponseStatusException(HttpStatus.GONE);
        }
        return content;
    }

    /// A return of another region is as if it did not exist.
    private MadeReturn made(long id) {
        return returns.byId(id)
                .filter(made -> place().isEmpty() || place().equals(made.region()))
                .orElseThrow(Given::notFound);
    }

    private String place() {
        return signedIn.required().assignment().place();
    }

    private String name() {
        return signedIn.required().account().username();
    }

    private static void csv(HttpServletResponse response, String name, String text) throws IOException {
        head(response, "text/csv;charset=UTF-8", name + ".csv");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void head(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    private static Optional<YearMonth> month(String written) {
        try {
            return written.length() == 7 ? Optional.of(YearMonth.parse(written)) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> day(String written) {
        try {
            return written.length() == 10 ? Optional.of(MadeReturn.endOf(LocalDate.parse(written))) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
