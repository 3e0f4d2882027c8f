package se.varjedag.app.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.identity.Exports;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.MenuItem;
import se.varjedag.app.web.Visitor;

/// The page where analysts take events and pathways out to a project, with pseudonyms of the project's own.
@Controller
@Allowed(Permission.EXPORT)
class ExportController {
    private static final String PATH = "/export";
    private static final int LONGEST_NAME = 100;

    private final Exports exports;
    private final Frame frame;
    private final Clock clock = Clock.systemUTC();

    ExportController(Exports exports, Frame frame) {
        this.exports = exports;
        this.frame = frame;
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        MenuItem exportInMenu() {
            return new MenuItem(75, "export.menu", PATH);
        }
    }

    @GetMapping(PATH)
    String page(
            @RequestParam(name = "fel", defaultValue = "") String trouble, HttpServletRequest request, Model model) {
        var texts = frame.texts(request);
        model.addAttribute("page", frame.page(request, texts.text("export.menu")));
        model.addAttribute("export", ExportPage.of(exports, frame.today(), texts));
        model.addAttribute(
                "trouble",
                switch (trouble) {
                    case "projekt" -> texts.text("export.noproject");
                    case "period" -> texts.text("export.noperiod");
                    default -> "";
                });
        return "identity/export";
    }

    /// Hands out the file: nothing where something is lacking, but the page that says what.
    @PostMapping(PATH)
    @Nullable
    String take(
            @RequestParam(name = "projekt", defaultValue = "") String project,
            @RequestParam(name = "vad", defaultValue = "pathways") String what,
            @RequestParam(name = "fran", defaultValue = "") String from,
            @RequestParam(name = "till", defaultValue = "") String to,
            HttpServletResponse response)
            throws IOException {
        var name = project.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return "redirect:" + PATH + "?fel=projekt";
        }
        var first = Given.day(from);
        var last = Given.day(to);
        if (first.isEmpty() || last.isEmpty() || last.get().isBefore(first.get())) {
            return "redirect:" + PATH + "?fel=period";
        }
        var by = frame.visitor().map(Visitor::name).orElse("");
        var now = clock.instant();
        var kind = what.equals(Exports.What.EVENTS.key()) ? Exports.What.EVENTS : Exports.What.PATHWAYS;
        try (var ready = exports.export(exports.project(name, by, now), kind, first.get(), last.get(), by, now)) {
            response.setContentType("text/csv;charset=UTF-8");
            response.setContentLengthLong(Files.size(ready.file()));
            response.setHeader("Cache-Control", "no-store");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(ready.name(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            Files.copy(ready.file(), response.getOutputStream());
            response.flushBuffer();
        }
        return null;
    }
}
