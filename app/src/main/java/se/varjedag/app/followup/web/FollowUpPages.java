package se.varjedag.app.followup.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Opens the pages under Följ upp and their files.
@Component
public class FollowUpPages {

    /// What is shown while there is nothing to read yet.
    public static final String NOTHING = "followup/nothing";

    private final Readings readings;
    private final FigureResponses files;

    FollowUpPages(Readings readings, FigureResponses files) {
        this.readings = readings;
        this.files = files;
    }

    /// Makes a page and lays it before its template. The selection goes along to the other pages.
    ///
    /// @return the page; empty while there is nothing to read yet, which the template {@link #NOTHING} says
    public <P> Optional<P> open(
            FollowUpPage<P> page, Map<String, String> parameters, HttpServletRequest request, Model model) {
        model.addAttribute("page", readings.titled(request, page.title()).carrying(Selection.carried(parameters)));
        model.addAttribute("progress", readings.progress(request).orElse(null));
        if (readings.empty()) {
            return Optional.empty();
        }
        var made = made(page, parameters, request);
        model.addAttribute(page.name(), made);
        return Optional.of(made);
    }

    /// The same, for a page that is only shown.
    ///
    /// @return the template to answer with
    public String show(FollowUpPage<?> page, Map<String, String> parameters, HttpServletRequest request, Model model) {
        return open(page, parameters, request, model).isPresent() ? page.template() : NOTHING;
    }

    /// A file of one of the page's figures.
    ///
    /// @param id   the figure
    /// @param kind the end of the file's name
    public <P> ResponseEntity<byte[]> file(
            FollowUpPage<P> page, String id, String kind, Map<String, String> parameters, HttpServletRequest request) {
        readings.requireReady();
        return files.file(page.figures().apply(made(page, parameters, request)), id, kind);
    }

    private <P> P made(FollowUpPage<P> page, Map<String, String> parameters, HttpServletRequest request) {
        return readings.page(page.kind(), request, parameters, page.path(), page.own(), page.make());
    }
}
