package se.varjedag.app.followup.web.compare;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.varjedag.app.followup.web.FollowUpPage;
import se.varjedag.app.web.MenuItem;

/// Where Jämför and its views of pathology and radiology lie, and its word in the second bar.
@Configuration(proxyBeanMethods = false)
class CompareInFollowUp {

    @Bean
    MenuItem compareInMenu() {
        return new MenuItem(30, "menu.compare", ComparePage.FOLDER, "/folj-upp");
    }

    @Bean
    FollowUpPage<ComparePage> comparePage() {
        return new FollowUpPage<>(
                ComparePage.class,
                ComparePage.FOLDER,
                "compare.title",
                "followup/compare/compare",
                "compare",
                ComparePage.OWN,
                ComparePage::of,
                ComparePage::figures);
    }

    @Bean
    FollowUpPage<AnsweringPage> pathologyPage() {
        return answering(Answering.PATHOLOGY);
    }

    @Bean
    FollowUpPage<AnsweringPage> radiologyPage() {
        return answering(Answering.RADIOLOGY);
    }

    private static FollowUpPage<AnsweringPage> answering(Answering answering) {
        return new FollowUpPage<>(
                AnsweringPage.class,
                ComparePage.FOLDER + "/" + answering.slug(),
                "answering.title." + answering.slug(),
                "followup/compare/answering",
                "answering",
                AnsweringPage.OWN,
                reading -> AnsweringPage.of(reading, answering),
                AnsweringPage::figures);
    }
}
