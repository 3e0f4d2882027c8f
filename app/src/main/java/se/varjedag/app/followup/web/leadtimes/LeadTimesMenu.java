package se.varjedag.app.followup.web.leadtimes;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.varjedag.app.web.MenuItem;

/// The word of the second bar that leads to the lead times.
@Configuration(proxyBeanMethods = false)
class LeadTimesMenu {

    @Bean
    MenuItem leadTimesInMenu() {
        return new MenuItem(10, "lead.menu", LeadTimesController.FOLDER, Set.of(), "/folj-upp");
    }
}
