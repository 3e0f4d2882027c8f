package se.varjedag.app.disposal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.disposal.RegisterRights;
import se.varjedag.app.identity.Identities;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.MenuItem;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.Visitor;
import se.varjedag.pathway.definition.Language;

/// The page where a register office notes that somebody does not want to be in a register, and the receipt of it.
@Controller
@Allowed(Permission.OPT_OUT)
class OptOutController {
    private static final String PATH = "/register/uttrade";
    private static final int LONGEST = 100;

    private final RegisterRights rights;
    private final Identities identities;
    private final Frame frame;

    OptOutController(RegisterRights rights, Identities identities, Frame frame) {
        this.rights = rights;
        this.identities = identities;
        this.frame = frame;
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {

        @Bean
        MenuItem optOutInMenu() {
            return new MenuItem(77, "optout.menu", PATH);
        }
    }

    @GetMapping(PATH)
    String page(
            @RequestParam(name = "fel", defaultValue = "") String trouble, HttpServletRequest request, Model model) {
        var texts = frame.texts(request);
        model.addAttribute("page", frame.page(request, texts.text("optout.menu")));
        model.addAttribute("registers", rights.registers());
        model.addAttribute("receipt", List.of());
        model.addAttribute("number", "");
        model.addAttribute(
                "trouble",
                switch (trouble) {
                    case "person" -> texts.text("optout.nobody");
                    case "kalla" -> texts.text("optout.nosource");
                    default -> "";
                });
        return "disposal/optout";
    }

    @PostMapping(PATH + "/kalla")
    String belongs(
            @RequestParam(name = "kalla", defaultValue = "") String source,
            @RequestParam(name = "register", defaultValue = "") String register) {
        if (source.isBlank() || register.isBlank() || source.length() > LONGEST || register.length() > LONGEST) {
            return "redirect:" + PATH + "?fel=kalla";
        }
        rights.belongs(source.strip(), register.strip(), by());
        return "redirect:" + PATH;
    }

    @PostMapping(PATH)
    String optOut(
            @RequestParam(name = "register", defaultValue = "") String register,
            @RequestParam(name = "nummer", defaultValue = "") String number) {
        var person = identities.withNumber(number);
        if (person.isEmpty() || !rights.registers().contains(register)) {
            return "redirect:" + PATH + "?fel=person";
        }
        return "redirect:" + PATH + "/"
                + rights.optOut(register, person.get(), by()).id();
    }

    @GetMapping(PATH + "/{id:\\d+}")
    String receipt(@PathVariable long id, HttpServletRequest request, Model model) {
        var texts = frame.texts(request);
        var receipt = rights.receipt(id).orElseThrow(Given::notFound);
        model.addAttribute("page", frame.page(request, texts.text("optout.menu")));
        model.addAttribute("registers", rights.registers());
        model.addAttribute("trouble", "");
        model.addAttribute(
                "number",
                texts.text(
                        "optout.receipt",
                        texts.formats().whole(id),
                        receipt.register(),
                        receipt.by(),
                        texts.formats().moment(receipt.at())));
        model.addAttribute(
                "receipt",
                receipt.lines().stream().map(line -> line(line, texts)).toList());
        return "disposal/optout";
    }

    private static OptOutLine line(RegisterRights.Line line, Texts texts) {
        var key = "optout.holder." + line.holder();
        return new OptOutLine(
                texts.has(key) ? texts.text(key) : line.holder(),
                texts.formats().whole(line.amount()),
                texts.language() == Language.SV ? line.swedish() : line.english());
    }

    private String by() {
        return frame.visitor().map(Visitor::name).orElse("");
    }
}
