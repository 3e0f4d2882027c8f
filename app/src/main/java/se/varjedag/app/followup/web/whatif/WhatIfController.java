package se.varjedag.app.followup.web.whatif;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.followup.web.FigureResponses;
import se.varjedag.app.followup.web.Readings;
import se.varjedag.app.web.MenuItem;

/// The page Tänk om and its files. A scenario that is added or taken away leads to a link in which all of them
/// stand.
@Controller
class WhatIfController {

    static final String FOLDER = "/folj-upp/tank-om";

    private final Readings readings;
    private final FigureResponses files;

    WhatIfController(Readings readings, FigureResponses files) {
        this.readings = readings;
        this.files = files;
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        MenuItem whatIfInMenu() {
            return new MenuItem(60, "whatif.menu", FOLDER, Set.of(), "/folj-upp");
        }
    }

    @GetMapping(FOLDER)
    String page(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        if (!readings.open(model, request, parameters, "whatif.menu")) {
            return "followup/nothing";
        }
        var made = made(parameters, request);
        if (made.elsewhere() != null) {
            return "redirect:" + made.elsewhere();
        }
        model.addAttribute("view", made);
        return "followup/whatif/page";
    }

    /// The files of the figure.
    @GetMapping(FOLDER + "/{figure}.{kind}")
    ResponseEntity<byte[]> file(
            @PathVariable String figure,
            @PathVariable String kind,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request) {
        readings.requireReady();
        return files.file(List.of(made(parameters, request).figure()), figure, kind);
    }

    private WhatIfPage made(Map<String, String> parameters, HttpServletRequest request) {
        return readings.page(WhatIfPage.class, request, parameters, FOLDER, WhatIfPage.OWN, WhatIfPage::of);
    }
}
