package se.varjedag.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.web.Frame;

/// The sign-in page: demo accounts with one click in demo mode, otherwise name and password.
@Controller
class SignInController {

    private final Accounts accounts;
    private final Frame frame;

    SignInController(Accounts accounts, Frame frame) {
        this.accounts = accounts;
        this.frame = frame;
    }

    @GetMapping("/login")
    String page(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String out,
            HttpServletRequest request,
            Model model) {
        var texts = frame.texts(request);
        var demo = new ArrayList<SignInPage.DemoAccount>();
        for (var account : accounts.demoAccounts()) {
            var key = account.assignments().getFirst().role().key();
            var role = texts.text("role." + key);
            demo.add(new SignInPage.DemoAccount(
                    account.username(),
                    role,
                    texts.text("role." + key + ".does"),
                    texts.text("signin.demo.as", role),
                    demo.isEmpty()));
        }
        model.addAttribute("page", frame.page(request, texts.text("signin.title")));
        model.addAttribute("signin", new SignInPage(error != null, out != null, demo));
        return "access/signin";
    }
}
