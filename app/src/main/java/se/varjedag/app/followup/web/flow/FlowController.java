package se.varjedag.app.followup.web.flow;

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

/// The page Flöde and its files.
@Controller
class FlowController {

    static final String FOLDER = "/folj-upp/flode";

    private final Readings readings;
    private final FigureResponses files;

    FlowController(Readings readings, FigureResponses files) {
        this.readings = readings;
        this.files = files;
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        MenuItem flowInMenu() {
            return new MenuItem(50, "flow.menu", FOLDER, Set.of(), "/folj-upp");
        }
    }

    @GetMapping(FOLDER)
    String page(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        if (!readings.open(model, request, parameters, "flow.title")) {
            return "followup/nothing";
        }
        model.addAttribute("flow", made(parameters, request));
        return "followup/flow/page";
    }

    /// The files of the figures.
    @GetMapping(FOLDER + "/{figure}.{kind}")
    ResponseEntity<byte[]> file(
            @PathVariable String figure,
            @PathVariable String kind,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request) {
        readings.requireReady();
        return files.file(made(parameters, request).figures(), figure, kind);
    }

    private FlowPage made(Map<String, String> parameters, HttpServletRequest request) {
        return readings.page(FlowPage.class, request, parameters, FOLDER, List.of(FlowPage.SHARE), FlowPage::of);
    }
}
