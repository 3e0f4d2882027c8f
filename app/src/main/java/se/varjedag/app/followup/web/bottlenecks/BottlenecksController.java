package se.varjedag.app.followup.web.bottlenecks;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.followup.web.FollowUpPage;
import se.varjedag.app.followup.web.FollowUpPages;
import se.varjedag.app.web.MenuItem;

/// The page Flaskhalsar, the page of one step, and the list of the patients whom it cost the limit.
@Controller
@Allowed(Permission.FIGURES)
class BottlenecksController {

    static final String FOLDER = "/folj-upp/flaskhalsar";
    static final String STEP = FOLDER + "/steg";
    static final String PATIENTS = FOLDER + "/patienter";

    private static final List<String> OWN = List.of(HeatView.SHOWN, Lost.WHOSE, StepName.STEP, StepName.ROW);

    private static final FollowUpPage<LatePage> LATE = new FollowUpPage<>(
            LatePage.class,
            PATIENTS,
            "late.title",
            "followup/bottlenecks/patients",
            "late",
            OWN,
            LatePage::of,
            _ -> List.of());

    private final FollowUpPages pages;
    private final FollowUpPage<BottlenecksPage> whole;
    private final FollowUpPage<StepPage> step;
    private final SignedIn signedIn;

    BottlenecksController(
            FollowUpPages pages, FollowUpPage<BottlenecksPage> whole, FollowUpPage<StepPage> step, SignedIn signedIn) {
        this.pages = pages;
        this.whole = whole;
        this.step = step;
        this.signedIn = signedIn;
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        MenuItem bottlenecksInMenu() {
            return new MenuItem(20, "bottlenecks.menu", FOLDER, "/folj-upp");
        }

        @Bean
        FollowUpPage<BottlenecksPage> bottlenecksPage() {
            return new FollowUpPage<>(
                    BottlenecksPage.class,
                    FOLDER,
                    "bottlenecks.title",
                    "followup/bottlenecks/page",
                    "bottlenecks",
                    OWN,
                    BottlenecksPage::of,
                    BottlenecksPage::figures);
        }

        @Bean
        FollowUpPage<StepPage> stepPage() {
            return new FollowUpPage<>(
                    StepPage.class,
                    STEP,
                    "step.title",
                    "followup/bottlenecks/step",
                    "step",
                    OWN,
                    StepPage::of,
                    StepPage::figures);
        }
    }

    @GetMapping(FOLDER)
    String page(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        model.addAttribute("patients", maySeePatients());
        return pages.show(whole, parameters, request, model);
    }

    @GetMapping(STEP)
    String step(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        model.addAttribute("patients", maySeePatients());
        return pages.show(step, parameters, request, model);
    }

    @GetMapping(PATIENTS)
    @Allowed(Permission.PSEUDONYMS)
    String patients(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        return pages.show(LATE, parameters, request, model);
    }

    private boolean maySeePatients() {
        return signedIn.may(Permission.PSEUDONYMS);
    }
}
