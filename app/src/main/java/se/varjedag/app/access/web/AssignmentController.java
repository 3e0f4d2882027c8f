package se.varjedag.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.access.SignedIn;
import se.varjedag.app.web.Frame;

/// Where one begins, and the change of assignment.
@Controller
@Allowed(Permission.SIGNED_IN)
class AssignmentController {
    private final SignedIn signedIn;
    private final Frame frame;

    AssignmentController(SignedIn signedIn, Frame frame) {
        this.signedIn = signedIn;
        this.frame = frame;
    }

    /// Everybody begins at the first page that her assignment opens.
    @GetMapping("/")
    String start(HttpServletRequest request) {
        var menu = frame.page(request, "").menu();
        return "redirect:" + (menu.isEmpty() ? "/metod" : menu.getFirst().path());
    }

    @PostMapping("/uppdrag")
    String actAs(@RequestParam("uppdrag") String key) {
        if (!signedIn.actAs(key)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return "redirect:/";
    }
}
