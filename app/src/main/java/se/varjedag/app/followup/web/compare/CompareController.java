package se.varjedag.app.followup.web.compare;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import se.varjedag.app.followup.web.FigureResponses;
import se.varjedag.app.followup.web.Readings;
import se.varjedag.app.web.MenuItem;

/// Jämför, its views of pathology and radiology, and their files.
@Controller
class CompareController {

    private final Readings readings;
    private final FigureResponses files;

    CompareController(Readings readings, FigureResponses files) {
        this.readings = readings;
        this.files = files;
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        MenuItem compareInMenu() {
            return new MenuItem(30, "menu.compare", ComparePage.FOLDER, Set.of(), "/folj-upp");
        }
    }

    @GetMapping(ComparePage.FOLDER)
    String page(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        if (!readings.open(model, request, parameters, "compare.title")) {
            return "followup/nothing";
        }
        model.addAttribute("compare", compare(parameters, request));
        return "followup/compare/compare";
    }

    @GetMapping(ComparePage.FOLDER + "/{view}")
    String answering(
            @PathVariable String view,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            Model model) {
        var answering = answering(view);
        if (!readings.open(model, request, parameters, "answering.title." + answering.slug())) {
            return "followup/nothing";
        }
        model.addAttribute("answering", answering(answering, parameters, request));
        return "followup/compare/answering";
    }

    @GetMapping(ComparePage.FOLDER + "/{id}.{kind}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request) {
        readings.requireReady();
        return files.file(compare(parameters, request).figures(), id, kind);
    }

    @GetMapping(ComparePage.FOLDER + "/{view}/{id}.{kind}")
    ResponseEntity<byte[]> answeringFile(
            @PathVariable String view,
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request) {
        readings.requireReady();
        return files.file(answering(answering(view), parameters, request).figures(), id, kind);
    }

    private static Answering answering(String slug) {
        return Answering.ofSlug(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ComparePage compare(Map<String, String> parameters, HttpServletRequest request) {
        return readings.page(
                ComparePage.class, request, parameters, ComparePage.FOLDER, ComparePage.OWN, ComparePage::of);
    }

    private AnsweringPage answering(Answering answering, Map<String, String> parameters, HttpServletRequest request) {
        return readings.page(
                AnsweringPage.class,
                request,
                parameters,
                ComparePage.FOLDER + "/" + answering.slug(),
                AnsweringPage.OWN,
                reading -> AnsweringPage.of(reading, answering));
    }
}
