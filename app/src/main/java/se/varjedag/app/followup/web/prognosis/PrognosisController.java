package se.varjedag.app.followup.web.prognosis;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.followup.FollowUp;
import se.varjedag.app.followup.Prognoses;
import se.varjedag.app.followup.web.FigureResponses;
import se.varjedag.app.followup.web.Handbook;
import se.varjedag.app.followup.web.Readings;

/// How the prognosis is made, how it held, and what it expects.
@Controller
@Allowed(Permission.SIGNED_IN)
class PrognosisController {

    private static final String CHAPTER = "prognos";
    private static final String FOLDER = "/metod/" + CHAPTER;

    private final Readings readings;
    private final FigureResponses files;
    private final FollowUp followUp;
    private final Prognoses prognoses;

    PrognosisController(Readings readings, FigureResponses files, FollowUp followUp, Prognoses prognoses) {
        this.readings = readings;
        this.files = files;
        this.followUp = followUp;
        this.prognoses = prognoses;
    }

    @GetMapping(FOLDER)
    String page(HttpServletRequest request, Model model) {
        var page = readings.titled(request, "prognosis.title");
        model.addAttribute("page", page);
        model.addAttribute(
                "chapter",
                Handbook.open().chapter(CHAPTER, page.texts().language()).orElseThrow());
        model.addAttribute("empty", followUp.current().isEmpty());
        model.addAttribute("prognosis", prognosis(request).orElse(null));
        return "followup/prognosis/page";
    }

    @GetMapping(FOLDER + "/{id}.{kind}")
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String kind, HttpServletRequest request) {
        readings.requireReady();
        var page = prognosis(request).orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
        return files.file(page.figures(), id, kind);
    }

    private Optional<PrognosisPage> prognosis(HttpServletRequest request) {
        return prognoses
                .of(followUp.current())
                .map(known -> readings.page(
                        PrognosisPage.class,
                        request,
                        Map.of(),
                        FOLDER,
                        List.of(),
                        reading -> PrognosisPage.of(reading, known)));
    }
}
