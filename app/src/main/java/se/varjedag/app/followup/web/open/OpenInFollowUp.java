package se.varjedag.app.followup.web.open;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.varjedag.app.followup.FollowUp;
import se.varjedag.app.followup.web.FollowUpPage;
import se.varjedag.app.web.MenuItem;

/// Where Öppna siffror lies, and its word in the second bar.
@Configuration(proxyBeanMethods = false)
class OpenInFollowUp {

    private static final String PATH = "/folj-upp/oppna-siffror";

    @Bean
    MenuItem openInMenu() {
        return new MenuItem(90, "open.menu", PATH, "/folj-upp");
    }

    @Bean
    FollowUpPage<OpenPage> openPage(FollowUp followUp) {
        return new FollowUpPage<>(
                OpenPage.class,
                PATH,
                "open.title",
                "followup/open/page",
                "open",
                List.of(Published.YEAR),
                reading -> OpenPage.of(reading, Published.of(reading, followUp)),
                OpenPage::figures);
    }
}
