package se.varjedag.app.followup.web.equity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.varjedag.app.followup.web.FollowUpPage;
import se.varjedag.app.web.MenuItem;

/// Where Jämlikhet lies, and its word in the second bar.
@Configuration(proxyBeanMethods = false)
class EquityInFollowUp {

    @Bean
    MenuItem equityInMenu() {
        return new MenuItem(70, "menu.equity", EquityPage.FOLDER, "/folj-upp");
    }

    @Bean
    FollowUpPage<EquityPage> equityPage() {
        return new FollowUpPage<>(
                EquityPage.class,
                EquityPage.FOLDER,
                "equity.title",
                "followup/equity/equity",
                "equity",
                EquityPage.OWN,
                EquityPage::of,
                EquityPage::figures);
    }
}
