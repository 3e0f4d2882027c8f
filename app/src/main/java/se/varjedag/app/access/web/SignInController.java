package se.varjedag.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Accounts;
import se.varjedag.app.access.DemoPatient;
import se.varjedag.app.access.ProviderSignIn;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.Texts;

/// The sign-in page: demo accounts with one click in demo mode, otherwise the identity provider, and name and password.
@Controller
class SignInController {

    private final Accounts accounts;
    private final ProviderSignIn provider;
    private final Frame frame;

    SignInController(Accounts accounts, ProviderSignIn provider, Frame frame) {
        this.accounts = accounts;
        this.provider = provider;
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
            var key = account.username().equals(DemoPatient.RELATIVE)
                    ? "relative"
                    : account.assignments().getFirst().role().key();
            var role = texts.text("role." + key);
            demo.add(new SignInPage.DemoAccount(
                    account.username(),
                    role,
                    texts.text("role." + key + ".does"),
                    texts.text("signin.demo.as", role),
                    demo.isEmpty()));
        }
        model.addAttribute("page", frame.page(request, texts.text("signin.title")));
        var refusal = refusal(request);
        model.addAttribute(
                "signin",
                new SignInPage(
                        error != null,
                        out != null,
                        refusal.map(one -> inWords(one, texts)).orElse(null),
                        way(refusal.isPresent(), texts),
                        !provider.isThere() || !accounts.none(),
                        demo,
                        !demo.isEmpty()
                                && demo.stream().noneMatch(one -> one.username().equals(DemoPatient.RELATIVE))));
        return "access/signin";
    }

    /// Why the provider let nobody in, told once.
    private static Optional<ProviderSignIn.Refusal> refusal(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(ProviderSignIn.REFUSAL) instanceof ProviderSignIn.Refusal refusal)) {
            return Optional.empty();
        }
        session.removeAttribute(ProviderSignIn.REFUSAL);
        return Optional.of(refusal);
    }

    private static SignInPage.Message inWords(ProviderSignIn.Refusal refusal, Texts texts) {
        var key = "signin.refused." + refusal.why();
        var known = Set.of("cancelled", "failed").contains(refusal.why());
        return new SignInPage.Message(
                texts.text(known ? "signin.failed" : "signin.refused"), texts.text(key, refusal.what()));
    }

    /// Who was refused is asked anew: the provider may know another commission of hers.
    private SignInPage.@Nullable Way way(boolean refused, Texts texts) {
        if (!provider.isThere()) {
            return null;
        }
        var name = provider.name();
        return new SignInPage.Way(
                "/oauth2/authorization/provider" + (refused ? "?anew" : ""),
                name.isEmpty() ? texts.text("signin.provider.any") : texts.text("signin.provider", name));
    }
}
