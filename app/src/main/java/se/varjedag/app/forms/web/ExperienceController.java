package se.varjedag.app.forms.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.forms.Experiences;
import se.varjedag.app.forms.Questionnaires;
import se.varjedag.app.timeline.Timeline;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.MenuItem;

/// What patients say of their time under investigation, beside how long it was; cancer and not cancer apart.
@Controller
class ExperienceController {
    static final String PATH = "/folj-upp/upplevelse";

    private final Experiences experiences;
    private final Questionnaires forms;
    private final Timeline timeline;
    private final Frame frame;

    ExperienceController(Experiences experiences, Questionnaires forms, Timeline timeline, Frame frame) {
        this.experiences = experiences;
        this.forms = forms;
        this.timeline = timeline;
        this.frame = frame;
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        MenuItem experienceInFollowUp() {
            return new MenuItem(96, "experience.menu", PATH, "/folj-upp");
        }
    }

    @GetMapping(PATH)
    @Allowed(Permission.FIGURES)
    String page(HttpServletRequest request, Model model) {
        var texts = frame.texts(request);
        var form = forms.byId(Experiences.FORM).orElseThrow();
        model.addAttribute("page", frame.page(request, texts.text("experience.title")));
        model.addAttribute("experience", ExperiencePage.of(experiences.all(), form, timeline.definitions(), texts));
        return "forms/experience";
    }
}
