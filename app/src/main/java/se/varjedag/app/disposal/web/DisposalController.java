package se.varjedag.app.disposal.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.disposal.Retention;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.MenuItem;
import se.varjedag.app.web.Visitor;

/// The page of rules of retention, where they are tried, carried out and ended.
@Controller
@Allowed(Permission.DISPOSE)
class DisposalController {
    private static final String PATH = "/gallring";
    private static final int MOST_YEARS = 200;
    private static final int LONGEST = 300;

    private final Retention retention;
    private final Frame frame;

    DisposalController(Retention retention, Frame frame) {
        this.retention = retention;
        this.frame = frame;
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        MenuItem disposalInMenu() {
            return new MenuItem(76, "disposal.menu", PATH);
        }
    }

    @GetMapping(PATH)
    String page(
            @RequestParam(name = "fel", defaultValue = "") String trouble, HttpServletRequest request, Model model) {
        var texts = frame.texts(request);
        model.addAttribute("page", frame.page(request, texts.text("disposal.menu")));
        model.addAttribute("disposal", DisposalPage.of(retention, frame.today(), texts));
        model.addAttribute("trouble", trouble.equals("regel") ? texts.text("disposal.wrong") : "");
        return "disposal/disposal";
    }

    @PostMapping(PATH + "/regel")
    String add(
            @RequestParam(name = "vad", defaultValue = "") String what,
            @RequestParam(name = "kalla", defaultValue = "") String source,
            @RequestParam(name = "ar", defaultValue = "") String years,
            @RequestParam(name = "grund", defaultValue = "") String ground) {
        var kind = Retention.What.of(what);
        var number = years.strip().matches("\\d{1,3}") ? Integer.parseInt(years.strip()) : 0;
        if (kind.isEmpty()
                || number < 1
                || number > MOST_YEARS
                || ground.isBlank()
                || ground.length() > LONGEST
                || source.length() > LONGEST) {
            return "redirect:" + PATH + "?fel=regel";
        }
        retention.add(kind.get(), source.strip(), number, ground, by());
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/slut")
    String end(@RequestParam(name = "regel", defaultValue = "0") long rule) {
        retention.end(rule);
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/genomfor")
    String carryOut(@RequestParam(name = "regel", defaultValue = "0") long rule) {
        var chosen = retention.rules().stream()
                .filter(one -> one.id() == rule)
                .findFirst()
                .orElseThrow(Given::notFound);
        retention.carryOut(chosen, frame.today(), by());
        return "redirect:" + PATH + "#protokoll";
    }

    private String by() {
        return frame.visitor().map(Visitor::name).orElse("");
    }
}
