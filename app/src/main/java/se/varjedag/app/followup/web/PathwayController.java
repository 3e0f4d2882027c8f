package se.varjedag.app.followup.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.web.Given;
import se.varjedag.pathway.definition.Definitions;

/// All pathways, and a page for each.
@Controller
@Allowed(Permission.FIGURES)
class PathwayController {

    private static final String FOLDER = "/vardforlopp";

    private final Readings readings;
    private final FigureResponses files;
    private final Definitions definitions;

    PathwayController(Readings readings, FigureResponses files, Definitions definitions) {
        this.readings = readings;
        this.files = files;
        this.definitions = definitions;
    }

    @GetMapping(FOLDER)
    String index(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        model.addAttribute("page", readings.titled(request, "menu.pathways"));
        model.addAttribute("progress", readings.progress(request).orElse(null));
        if (!readings.ready()) {
            return "followup/nothing";
        }
        model.addAttribute("index", all(parameters, request));
        return "followup/pathways";
    }

    @GetMapping(FOLDER + "/{id}")
    String page(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("progress", readings.progress(request).orElse(null));
        if (!readings.ready()) {
            model.addAttribute("page", readings.titled(request, "menu.pathways"));
            return "followup/nothing";
        }
        var pathway = one(id, parameters, request);
        model.addAttribute("page", readings.page(request, pathway.name()));
        model.addAttribute("pathway", pathway);
        return "followup/pathway";
    }

    /// The files of the table of all pathways.
    @GetMapping(FOLDER + "/vardforlopp.{kind}")
    ResponseEntity<byte[]> indexFile(
            @PathVariable String kind, @RequestParam Map<String, String> parameters, HttpServletRequest request) {
        readings.requireReady();
        var index = all(parameters, request);
        return files.file(List.of(index.figure()), index.figure().id(), kind);
    }

    /// The files of a pathway's figures.
    @GetMapping(FOLDER + "/{id}/{figure}.{kind}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String figure,
            @PathVariable String kind,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request) {
        readings.requireReady();
        return files.file(one(id, parameters, request).figures(), figure, kind);
    }

    private PathwayIndexPage all(Map<String, String> parameters, HttpServletRequest request) {
        return readings.page(PathwayIndexPage.class, request, parameters, FOLDER, PathwayIndexPage::of);
    }

    private PathwayPage one(String id, Map<String, String> parameters, HttpServletRequest request) {
        if (definitions.byId(id).isEmpty()) {
            throw Given.notFound();
        }
        return readings.page(
                PathwayPage.class, request, parameters, FOLDER + "/" + id, reading -> PathwayPage.of(reading, id));
    }
}
