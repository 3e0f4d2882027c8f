package se.varjedag.app.followup.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.web.MenuItem;

/// The word Följ upp leads to the first of its pages, and takes the selection along.
@Controller
class FollowUpController {

    private final List<MenuItem> pages;

    FollowUpController(ObjectProvider<MenuItem> menu) {
        pages = menu.stream()
                .filter(item -> item.under().equals(FollowUpMenu.FOLDER))
                .sorted(Comparator.comparingInt(MenuItem::order))
                .toList();
    }

    @GetMapping(FollowUpMenu.FOLDER)
    String first(@RequestParam Map<String, String> parameters) {
        return "redirect:" + (pages.isEmpty() ? "/" : pages.getFirst().path() + Selection.carried(parameters));
    }
}
