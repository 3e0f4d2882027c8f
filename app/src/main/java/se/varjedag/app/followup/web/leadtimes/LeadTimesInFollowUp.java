package se.varjedag.app.followup.web.leadtimes;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.varjedag.app.followup.web.FollowUpPage;
import se.varjedag.app.web.MenuItem;

/// Where Ledtider lies, and its word in the second bar.
@Configuration(proxyBeanMethods = false)
class LeadTimesInFollowUp {

    private static final String PATH = "/folj-upp/ledtider";

    @Bean
    MenuItem leadTimesInMenu() {
        return new MenuItem(10, "lead.menu", PATH, "/folj-upp");
    }

    @Bean
    FollowUpPage<LeadTimesPage> leadTimesPage() {
        return new FollowUpPage<>(
                LeadTimesPage.class,
                PATH,
                "lead.title",
                "followup/leadtimes/page",
                "lead",
                List.of(Measured.FROM, Measured.TO, GroupsView.SORT),
                LeadTimesPage::of,
                LeadTimesPage::figures);
    }
}
