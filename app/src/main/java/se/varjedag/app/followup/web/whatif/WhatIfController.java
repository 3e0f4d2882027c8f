package se.varjedag.app.followup.web.whatif;

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
import se.varjedag.app.followup.web.FollowUpPage;
import se.varjedag.app.followup.web.FollowUpPages;
import se.varjedag.app.web.MenuItem;

/// The page Tänk om. Whatever is asked of its scenarios leads to a link in which all of them stand.
@Controller
@Allowed(Permission.FIGURES)
class WhatIfController {

    static final String PATH = "/folj-upp/tank-om";

    private static final FollowUpPage<Asked> ASKED = new FollowUpPage<>(
            Asked.class, PATH, "whatif.menu", "followup/whatif/page", "asked", Asked.OWN, Asked::of, _ -> List.of());

    private final FollowUpPages pages;
    private final FollowUpPage<WhatIfPage> whatIf;

    WhatIfController(FollowUpPages pages, FollowUpPage<WhatIfPage> whatIf) {
        this.pages = pages;
        this.whatIf = whatIf;
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        MenuItem whatIfInMenu() {
            return new MenuItem(60, "whatif.menu", PATH, "/folj-upp");
        }

        @Bean
        FollowUpPage<WhatIfPage> whatIfPage() {
            return new FollowUpPage<>(
                    WhatIfPage.class,
                    PATH,
                    "whatif.menu",
                    "followup/whatif/page",
                    "view",
                    Asked.OWN,
                    WhatIfPage::of,
                    made -> List.of(made.figure()));
        }
    }

    @GetMapping(PATH)
    String page(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        return pages.open(ASKED, parameters, request, model)
                .map(Asked::elsewhere)
                .map(elsewhere -> "redirect:" + elsewhere)
                .orElseGet(() -> pages.show(whatIf, parameters, request, model));
    }
}
