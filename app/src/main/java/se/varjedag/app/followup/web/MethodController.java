package se.varjedag.app.followup.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.web.Given;

/// The method handbook on pages.
@Controller
@Allowed(Permission.SIGNED_IN)
class MethodController {

    private final Readings readings;

    MethodController(Readings readings) {
        this.readings = readings;
    }

    @GetMapping("/metod")
    String all(HttpServletRequest request, Model model) {
        var page = readings.titled(request, "menu.method");
        model.addAttribute("page", page);
        model.addAttribute("chapters", Handbook.open().chapters(page.texts().language()));
        return "followup/methods";
    }

    @GetMapping("/metod/{slug}")
    String one(@PathVariable String slug, HttpServletRequest request, Model model) {
        var language = readings.titled(request, "menu.method").texts().language();
        var chapter = Handbook.open().chapter(slug, language).orElseThrow(Given::notFound);
        model.addAttribute("page", readings.page(request, chapter.title()));
        model.addAttribute("chapter", chapter);
        return "followup/method";
    }
}
