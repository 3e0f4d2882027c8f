package se.varjedag.app.followup.web.leadtimes;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.followup.web.FigureResponses;
import se.varjedag.app.followup.web.Readings;

/// The page Ledtider and the files of its figures.
@Controller
class LeadTimesController {

    static final String FOLDER = "/folj-upp/ledtider";

    private static final List<String> OWN = List.of(Measured.FROM, Measured.TO, GroupsView.SORT);

    private final Readings readings;
    private final FigureResponses files;

    LeadTimesController(Readings readings, FigureResponses files) {
        this.readings = readings;
        this.files = files;
    }

    @GetMapping(FOLDER)
    String page(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        if (!readings.open(model, request, parameters, "lead.title")) {
            return "followup/nothing";
        }
        model.addAttribute("lead", lead(parameters, request));
        return "followup/leadtimes/page";
    }

    @GetMapping(FOLDER + "/{id}.{kind}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request) {
        readings.requireReady();
        return files.file(lead(parameters, request).figures(), id, kind);
    }

    private LeadTimesPage lead(Map<String, String> parameters, HttpServletRequest request) {
        return readings.page(LeadTimesPage.class, request, parameters, FOLDER, OWN, LeadTimesPage::of);
    }
}
