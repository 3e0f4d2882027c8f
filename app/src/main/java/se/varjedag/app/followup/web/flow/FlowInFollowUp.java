package se.varjedag.app.followup.web.flow;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.varjedag.app.followup.web.FollowUpPage;
import se.varjedag.app.web.MenuItem;

/// Where Flöde lies, and its word in the second bar.
@Configuration(proxyBeanMethods = false)
class FlowInFollowUp {

    private static final String PATH = "/folj-upp/flode";

    @Bean
    MenuItem flowInMenu() {
        return new MenuItem(50, "flow.menu", PATH, "/folj-upp");
    }

    @Bean
    FollowUpPage<FlowPage> flowPage() {
        return new FollowUpPage<>(
                        FlowPage.class,
                        PATH,
                        "flow.title",
                        "followup/flow/page",
                        "flow",
                        List.of(FlowPage.SHARE),
                        FlowPage::of,
                        FlowPage::figures)
                .ofOnePathway();
    }
}
