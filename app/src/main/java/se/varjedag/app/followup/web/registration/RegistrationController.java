package se.varjedag.app.followup.web.registration;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
import se.varjedag.app.followup.DeliveredFigures;
import se.varjedag.app.followup.web.FollowUpPage;
import se.varjedag.app.followup.web.FollowUpPages;
import se.varjedag.app.timeline.RegistrationDelays;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.MenuItem;
import se.varjedag.app.web.Visitor;

/// The page Registrering, its files, and figures that somebody brings to be laid beside ours.
@Controller
@Allowed(Permission.FIGURES)
class RegistrationController {

    private static final String FOLDER = "/folj-upp/registrering";
    private static final long LARGEST = 2_000_000;

    private final FollowUpPages pages;
    private final FollowUpPage<RegistrationPage> registration;
    private final DeliveredFigures delivered;
    private final Frame frame;
    private final SignedIn signedIn;
    private final Clock clock = Clock.systemUTC();

    RegistrationController(
            FollowUpPages pages,
            FollowUpPage<RegistrationPage> registration,
            DeliveredFigures delivered,
            Frame frame,
            SignedIn signedIn) {
        this.pages = pages;
        this.registration = registration;
        this.delivered = delivered;
        this.frame = frame;
        this.signedIn = signedIn;
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        MenuItem registrationInMenu() {
            return new MenuItem(80, "menu.registration", FOLDER, "/folj-upp");
        }

        @Bean
        FollowUpPage<RegistrationPage> registrationPage(RegistrationDelays delays, DeliveredFigures delivered) {
            return new FollowUpPage<>(
                    RegistrationPage.class,
                    FOLDER,
                    "registration.title",
                    "followup/registration/registration",
                    "registration",
                    RegistrationPage.OWN,
                    reading -> RegistrationPage.of(reading, delays),
                    page -> page.figures(ReconciliationView.of(page.reading(), delivered, false)));
        }
    }

    @GetMapping(FOLDER)
    String page(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        var page = pages.open(registration, parameters, request, model);
        if (page.isEmpty()) {
            return FollowUpPages.NOTHING;
        }
        var reading = page.get().reading();
        boolean maySee = signedIn.may(Permission.PSEUDONYMS);
        model.addAttribute("reconciliation", ReconciliationView.of(reading, delivered, maySee));
        model.addAttribute("patients", maySee ? UnsettledView.patients(reading) : List.of());
        model.addAttribute("maySee", maySee);
        model.addAttribute("mayBring", signedIn.may(Permission.BRING_FIGURES));
        model.addAttribute("trouble", trouble(parameters.getOrDefault("fel", ""), request));
        return registration.template();
    }

    @Allowed(Permission.BRING_FIGURES)
    @PostMapping(path = FOLDER, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String bring(@RequestParam("fil") MultipartFile file) throws IOException {
        var path = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        // A browser may send the whole path of the file; only its name is kept.
        var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        if (name.isBlank() || file.getSize() > LARGEST) {
            return "redirect:" + FOLDER + "?fel=" + (file.getSize() > LARGEST ? "stor" : "tom") + "#avstamning";
        }
        var by = frame.visitor().map(Visitor::name).orElse("");
        var text = new String(file.getBytes(), StandardCharsets.UTF_8);
        return "redirect:" + FOLDER + "?leverans=" + delivered.bring(name, text, by, clock.instant()) + "#avstamning";
    }

    private String trouble(String what, HttpServletRequest request) {
        return switch (what) {
            case "tom" -> frame.texts(request).text("data.nofile");
            case "stor" -> frame.texts(request).text("registration.reconcile.toolarge");
            default -> "";
        };
    }
}
