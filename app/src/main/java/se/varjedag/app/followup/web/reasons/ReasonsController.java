package se.varjedag.app.followup.web.reasons;

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
import se.varjedag.app.followup.LimitReasons;
import se.varjedag.app.followup.web.FollowUpPage;
import se.varjedag.app.followup.web.FollowUpPages;
import se.varjedag.app.web.MenuItem;

/// Where Orsaker lies, and its word in the second bar.
@Controller
@Allowed(Permission.FIGURES)
class ReasonsController {
    private final FollowUpPages pages;
    private final FollowUpPage<ReasonsPage> page;
    private final LimitReasons reasons;

    ReasonsController(FollowUpPages pages, FollowUpPage<ReasonsPage> page, LimitReasons reasons) {
        this.pages = pages;
        this.page = page;
        this.reasons = reasons;
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        MenuItem reasonsInMenu() {
            return new MenuItem(25, "reasons.menu", ReasonsPage.FOLDER, "/folj-upp");
        }

        @Bean
        FollowUpPage<ReasonsPage> reasonsPage(LimitReasons reasons) {
            return new FollowUpPage<>(
                    ReasonsPage.class,
                    ReasonsPage.FOLDER,
                    "reasons.title",
                    "followup/reasons/reasons",
                    "reasons",
                    List.of(),
                    ReasonsPage::of,
                    page -> ReasonsView.of(page.reading(), reasons).figures());
        }
    }

    @GetMapping(ReasonsPage.FOLDER)
    String page(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        var opened = pages.open(page, parameters, request, model);
        if (opened.isEmpty()) {
            return FollowUpPages.NOTHING;
        }
        model.addAttribute("view", ReasonsView.of(opened.get().reading(), reasons));
        return page.template();
    }
}
