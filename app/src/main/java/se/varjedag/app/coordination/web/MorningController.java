package se.varjedag.app.coordination.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Frame;

/// The morning list: what must be done today, on paper with boxes to tick, or as plain text. The text names nobody, for
/// nobody knows where a letter ends.
@Controller
@Allowed(Permission.WORKLIST)
class MorningController {
    private final WorklistReading reading;
    private final SignedIn signedIn;
    private final Units units;
    private final Frame frame;

    MorningController(WorklistReading reading, SignedIn signedIn, Units units, Frame frame) {
        this.reading = reading;
        this.signedIn = signedIn;
        this.units = units;
        this.frame = frame;
    }

    @GetMapping(WorklistController.PATH + "/morgon")
    String page(@RequestParam Map<String, String> asked, HttpServletRequest request, Model model) {
        var acting = signedIn.required();
        var texts = frame.texts(request);
        model.addAttribute("page", frame.page(request, texts.text("morning.title")));
        model.addAttribute("unit", units.name(acting.assignment().place()));
        model.addAttribute("work", reading.morning(acting, Choice.of(asked), texts, true, request.getRemoteAddr()));
        return "coordination/morning";
    }

    @GetMapping(WorklistController.PATH + "/morgon.txt")
    ResponseEntity<byte[]> text(@RequestParam Map<String, String> asked, HttpServletRequest request) {
        var acting = signedIn.required();
        var texts = frame.texts(request);
        var work = reading.morning(acting, Choice.of(asked), texts, false, request.getRemoteAddr());
        var text = new StringBuilder();
        text.append(texts.text("morning.title"))
                .append(", ")
                .append(units.name(acting.assignment().place()))
                .append(", ")
                .append(work.day())
                .append("\n");
        for (var group : work.groups()) {
            text.append("\n")
                    .append(group.title())
                    .append(" (")
                    .append(group.count())
                    .append(")\n");
            for (var row : group.rows()) {
                text.append("[ ] ")
                        .append(String.join(
                                " | ",
                                row.who(),
                                row.what(),
                                row.days() + ", " + row.ofLimit(),
                                row.next(),
                                row.owner(),
                                row.by() + " (" + row.bySays() + ")"))
                        .append("\n");
            }
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/plain;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"morgonlista.txt\"")
                .body(text.toString().replace("\u00a0", " ").getBytes(StandardCharsets.UTF_8));
    }
}
