package se.varjedag.app.followup.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.MenuItem;

/// The addresses under Följ upp: each page, and the files of its figures. A page that does more has a controller of
/// its own, whose address is told from these by being spelled out.
@Controller
@Allowed(Permission.FIGURES)
class FollowUpController {

    /// What tells a view from a file.
    private static final String WORD = "[^.]+";

    private final FollowUpPages pages;
    private final List<MenuItem> menu;
    private final Map<String, FollowUpPage<?>> byPath;

    FollowUpController(FollowUpPages pages, ObjectProvider<FollowUpPage<?>> all, ObjectProvider<MenuItem> menu) {
        this.pages = pages;
        this.menu = menu.stream()
                .filter(item -> item.under().equals(FollowUpMenu.FOLDER))
                .sorted(Comparator.comparingInt(MenuItem::order))
                .toList();
        byPath = all.stream().collect(Collectors.toMap(FollowUpPage::path, Function.identity()));
    }

    /// The words Följ upp themselves lead to the first of the pages, and take the selection along.
    @GetMapping(FollowUpMenu.FOLDER)
    String first(@RequestParam Map<String, String> parameters) {
        return "redirect:" + (menu.isEmpty() ? "/" : menu.getFirst().path() + Selection.carried(parameters));
    }

    @GetMapping({FollowUpMenu.FOLDER + "/{page}", FollowUpMenu.FOLDER + "/{page}/{view:" + WORD + "}"})
    String page(
            @PathVariable String page,
            @PathVariable Optional<String> view,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            Model model) {
        return pages.show(at(page, view), parameters, request, model);
    }

    @GetMapping({
        FollowUpMenu.FOLDER + "/{page}/{id}.{kind}",
        FollowUpMenu.FOLDER + "/{page}/{view:" + WORD + "}/{id}.{kind}"
    })
    ResponseEntity<byte[]> file(
            @PathVariable String page,
            @PathVariable Optional<String> view,
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request) {
        return pages.file(at(page, view), id, kind, parameters, request);
    }

    private FollowUpPage<?> at(String page, Optional<String> view) {
        var path = FollowUpMenu.FOLDER + "/" + page + view.map(one -> "/" + one).orElse("");
        return Optional.<FollowUpPage<?>>ofNullable(byPath.get(path)).orElseThrow(Given::notFound);
    }
}
