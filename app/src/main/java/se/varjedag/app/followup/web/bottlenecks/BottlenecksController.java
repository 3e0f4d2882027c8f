package se.varjedag.app.followup.web.bottlenecks;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import se.varjedag.app.web.Frame;

/// The page Flaskhalsar, the page of one step, and the list of the patients whom it cost the limit.
@Controller
class BottlenecksController {

    static final String FOLDER = "/folj-upp/flaskhalsar";
    static final String STEP = FOLDER + "/steg";
    static final String PATIENTS = FOLDER + "/patienter";

    private static final List<String> OWN = List.of(HeatView.SHOWN, Lost.WHOSE, StepName.STEP, StepName.ROW);

    /// Those whose work is with the patients themselves; others see how many they are.
    private static final Set<String> MAY_SEE_PATIENTS = Set.of("coordinator", "process-leader");

    private final Readings readings;
    private final FigureResponses files;
    private final Frame frame;

    BottlenecksController(Readings readings, FigureResponses files, Frame frame) {
        this.readings = readings;
        this.files = files;
        this.frame = frame;
    }

    @GetMapping(FOLDER)
    String page(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        if (!readings.open(model, request, parameters, "bottlenecks.title")) {
            return "followup/nothing";
        }
        model.addAttribute("bottlenecks", whole(parameters, request));
        model.addAttribute("patients", maySeePatients());
        return "followup/bottlenecks/page";
    }

    @GetMapping(STEP)
    String step(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        if (!readings.open(model, request, parameters, "step.title")) {
            return "followup/nothing";
        }
        model.addAttribute("step", one(parameters, request));
        model.addAttribute("patients", maySeePatients());
        return "followup/bottlenecks/step";
    }

    @GetMapping(PATIENTS)
    String patients(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        if (!maySeePatients()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (!readings.open(model, request, parameters, "late.title")) {
            return "followup/nothing";
        }
        model.addAttribute("late", readings.page(LatePage.class, request, parameters, PATIENTS, OWN, LatePage::of));
        return "followup/bottlenecks/patients";
    }

    @GetMapping(FOLDER + "/{id}.{kind}")
    ResponseEntity<byte[]> file(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request) {
        readings.requireReady();
        return files.file(whole(parameters, request).figures(), id, kind);
    }

    @GetMapping(STEP + "/{id}.{kind}")
    ResponseEntity<byte[]> stepFile(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request) {
        readings.requireReady();
        return files.file(one(parameters, request).figures(), id, kind);
    }

    private BottlenecksPage whole(Map<String, String> parameters, HttpServletRequest request) {
        return readings.page(BottlenecksPage.class, request, parameters, FOLDER, OWN, BottlenecksPage::of);
    }

    private StepPage one(Map<String, String> parameters, HttpServletRequest request) {
        return readings.page(StepPage.class, request, parameters, STEP, OWN, StepPage::of);
    }

    private boolean maySeePatients() {
        return frame.visitor()
                .filter(visitor -> visitor.isOneOf(MAY_SEE_PATIENTS))
                .isPresent();
    }
}
