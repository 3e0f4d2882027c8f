package se.varjedag.app.intake.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.varjedag.app.web.MenuItem;

/// The word of the menu that leads to the data.
@Configuration(proxyBeanMethods = false)
class DataMenu {

    @Bean
    MenuItem dataInMenu() {
        return new MenuItem(70, "menu.data", "/data");
    }
}
