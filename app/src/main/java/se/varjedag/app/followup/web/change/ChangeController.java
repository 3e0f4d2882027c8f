package se.varjedag.app.followup.web.change;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.followup.web.FigureResponses;
import se.varjedag.app.followup.web.Readings;
import se.varjedag.app.web.MenuItem;

/// The page Förändring and its files.
@Controller
class ChangeController {

    private static final String FOLDER = "/folj-upp/forandring";

    private final Readings readings;
    private final FigureResponses files;

    ChangeController(Readings readings, FigureResponses files) {
        this.readings = readings;
        this.files = files;
    }

    @Bean
    static MenuItem changeInMenu() {
        return new MenuItem(40, "menu.change", FOLDER, Set.of(), "/folj-upp");
    }

    @GetMapping(FOLDER)
    String page(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        if (!readings.open(model, request, parameters, "change.title")) {
            return "followup/nothing";
        }
        model.addAttribute("change", change(parameters, request));
        return "followup/change/change";
    }

    @GetMapping(FOLDER + "/{id}.{kind}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request) {
        readings.requireReady();
        return files.file(change(parameters, request).figures(), id, kind);
    }

    private ChangePage change(Map<String, String> parameters, HttpServletRequest request) {
        return readings.page(ChangePage.class, request, parameters, FOLDER, Choices.OWN, ChangePage::of);
    }
}
