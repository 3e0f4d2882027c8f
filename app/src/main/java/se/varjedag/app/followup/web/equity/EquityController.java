package se.varjedag.app.followup.web.equity;

import jakarta.servlet.http.HttpServletRequest;
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

/// Jämlikhet and its files.
@Controller
class EquityController {

    private final Readings readings;
    private final FigureResponses files;

    EquityController(Readings readings, FigureResponses files) {
        this.readings = readings;
        this.files = files;
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        MenuItem equityInMenu() {
            return new MenuItem(70, "menu.equity", EquityPage.FOLDER, Set.of(), "/folj-upp");
        }
    }

    @GetMapping(EquityPage.FOLDER)
    String page(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        if (!readings.open(model, request, parameters, "equity.title")) {
            return "followup/nothing";
        }
        model.addAttribute("equity", equity(parameters, request));
        return "followup/equity/equity";
    }

    @GetMapping(EquityPage.FOLDER + "/{id}.{kind}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request) {
        readings.requireReady();
        return files.file(equity(parameters, request).figures(), id, kind);
    }

    private EquityPage equity(Map<String, String> parameters, HttpServletRequest request) {
        return readings.page(EquityPage.class, request, parameters, EquityPage.FOLDER, EquityPage.OWN, EquityPage::of);
    }
}
