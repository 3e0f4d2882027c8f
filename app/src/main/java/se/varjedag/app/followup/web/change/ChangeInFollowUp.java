package se.varjedag.app.followup.web.change;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.varjedag.app.followup.web.FollowUpPage;
import se.varjedag.app.web.MenuItem;

/// Where Förändring lies, and its word in the second bar.
@Configuration(proxyBeanMethods = false)
class ChangeInFollowUp {

    private static final String PATH = "/folj-upp/forandring";

    @Bean
    MenuItem changeInMenu() {
        return new MenuItem(40, "menu.change", PATH, "/folj-upp");
    }

    @Bean
    FollowUpPage<ChangePage> changePage() {
        return new FollowUpPage<>(
                ChangePage.class,
                PATH,
                "change.title",
                "followup/change/change",
                "change",
                Choices.OWN,
                ChangePage::of,
                ChangePage::figures);
    }
}
