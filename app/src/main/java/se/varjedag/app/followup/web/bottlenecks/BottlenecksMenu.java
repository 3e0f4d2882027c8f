package se.varjedag.app.followup.web.bottlenecks;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.varjedag.app.web.MenuItem;

/// The word of the second bar that leads to the bottlenecks.
@Configuration(proxyBeanMethods = false)
class BottlenecksMenu {

    @Bean
    MenuItem bottlenecksInMenu() {
        return new MenuItem(20, "bottlenecks.menu", BottlenecksController.FOLDER, Set.of(), "/folj-upp");
    }
}
