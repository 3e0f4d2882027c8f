package se.varjedag.app.followup.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.varjedag.app.web.MenuItem;

/// The words of the menu that lead to the pages of following up.
@Configuration(proxyBeanMethods = false)
class FollowUpMenu {

    static final String FOLDER = "/folj-upp";

    @Bean
    MenuItem situationInMenu() {
        return new MenuItem(10, "menu.situation", "/laget");
    }

    @Bean
    MenuItem pathwaysInMenu() {
        return new MenuItem(20, "menu.pathways", "/vardforlopp");
    }

    /// The first word of a bar of its own, below the first: the pages under it declare themselves.
    @Bean
    MenuItem followUpInMenu() {
        return new MenuItem(30, "menu.followup", FOLDER);
    }

    @Bean
    MenuItem methodInMenu() {
        return new MenuItem(80, "menu.method", "/metod");
    }
}
