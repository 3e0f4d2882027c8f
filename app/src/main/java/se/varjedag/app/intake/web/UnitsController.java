package se.varjedag.app.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.reference.UnitDeliveries;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.Visitor;

/// The page of units and caregivers, and the reading in of a file of them.
@Controller
@Allowed(Permission.DELIVERIES)
class UnitsController {
    private static final String PATH = "/data/enheter";
    private static final long LARGEST = 50_000_000;
    private static final int LONGEST_SEARCH = 100;

    private final Units units;
    private final UnitDeliveries deliveries;
    private final Frame frame;
    private final SignedIn signedIn;
    private final Clock clock = Clock.systemUTC();

    UnitsController(Units units, UnitDeliveries deliveries, Frame frame, SignedIn signedIn) {
        this.units = units;
        this.deliveries = deliveries;
        this.frame = frame;
        this.signedIn = signedIn;
    }

    @GetMapping(PATH)
    String page(
            @RequestParam(name = "dag", defaultValue = "") String day,
            @RequestParam(name = "namn", defaultValue = "") String search,
            @RequestParam(name = "fel", defaultValue = "") String trouble,
            HttpServletRequest request,
            Model model) {
        var texts = frame.texts(request);
        var wanted = search.strip();
        model.addAttribute("page", frame.page(request, texts.text("units.title")));
        model.addAttribute(
                "units",
                UnitsPage.of(
                        signedIn.may(Permission.DELIVER),
                        day(day),
                        wanted.substring(0, Math.min(LONGEST_SEARCH, wanted.length())),
                        units,
                        deliveries,
                        texts));
        model.addAttribute(
                "trouble",
                switch (trouble) {
                    case "tom" -> texts.text("data.nofile");
                    case "stor" -> texts.text("units.toolarge");
                    default -> "";
                });
        return "intake/units";
    }

    /// The day that is written; today where none is, or what is written is none.
    private LocalDate day(String written) {
        return Given.day(written).orElseGet(frame::today);
    }

    @Allowed(Permission.DELIVER)
    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String read(@RequestParam("fil") MultipartFile file) throws IOException {
        var path = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        // A browser may send the whole path of the file; only its name is kept.
        var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        if (name.isBlank() || file.getSize() > LARGEST) {
            return "redirect:" + PATH + "?fel=" + (file.getSize() > LARGEST ? "stor" : "tom");
        }
        deliveries.bring(
                name, file.getBytes(), frame.visitor().map(Visitor::name).orElse(""), clock.instant());
        units.readAgain();
        return "redirect:" + PATH;
    }
}
