package se.varjedag.app.followup.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;

/// Läget, its files, and how far the loading has come.
@Controller
@Allowed(Permission.FIGURES)
class LagetController {

    private static final String FOLDER = "/laget";

    private final Readings readings;
    private final FigureResponses files;

    LagetController(Readings readings, FigureResponses files) {
        this.readings = readings;
        this.files = files;
    }

    @GetMapping(FOLDER)
    String page(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        model.addAttribute("page", readings.titled(request, "menu.situation"));
        model.addAttribute("progress", readings.progress(request).orElse(null));
        if (readings.empty()) {
            return "followup/nothing";
        }
        model.addAttribute("laget", laget(parameters, request));
        return "followup/laget";
    }

    @GetMapping(FOLDER + "/{id}.{kind}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request) {
        readings.requireReady();
        return files.file(laget(parameters, request).figures(), id, kind);
    }

    /// The line that tells how far the loading has come; when it is over the page is asked to load itself anew.
    @GetMapping(FOLDER + "/framsteg")
    String progress(HttpServletRequest request, HttpServletResponse response, Model model) {
        var progress = readings.progress(request);
        if (progress.isEmpty()) {
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("page", readings.titled(request, "menu.situation"));
        model.addAttribute("progress", progress.orElse(null));
        return "followup/progress";
    }

    private LagetPage laget(Map<String, String> parameters, HttpServletRequest request) {
        return readings.page(LagetPage.class, request, parameters, FOLDER, LagetPage::of);
    }
}
