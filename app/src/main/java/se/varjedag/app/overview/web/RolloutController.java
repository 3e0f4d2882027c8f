package se.varjedag.app.overview.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.overview.Contents;
import se.varjedag.app.overview.Uses;
import se.varjedag.app.reference.Units;
import se.varjedag.app.web.Frame;
import se.varjedag.app.web.MenuItem;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.SmallGroups;

/// For who introduces the overview: which clinic uses it for which diagnosis, since when, and how complete it is.
@Controller
public class RolloutController {
    private static final String PATH = "/folj-upp/patientoversikt";
    private static final int DAY = 10;

    private final Uses uses;
    private final Contents contents;
    private final Units units;
    private final Frame frame;

    RolloutController(Uses uses, Contents contents, Units units, Frame frame) {
        this.uses = uses;
        this.contents = contents;
        this.units = units;
        this.frame = frame;
    }

    @Configuration(proxyBeanMethods = false)
    static class Place {
        @Bean
        MenuItem rolloutInFollowUp() {
            return new MenuItem(95, "rollout.menu", PATH, "/folj-upp");
        }
    }

    /// One unit's use of one diagnosis, in words.
    ///
    /// @param patients how many, or that they are too few to say
    /// @param complete share of what is needed that was there
    public record Row(String unit, String content, String since, String last, String patients, String complete) {}

    /// The table: figures over many, so no patient is named and small numbers are not told.
    @GetMapping(PATH)
    @Allowed(Permission.FIGURES)
    String rollout(HttpServletRequest request, Model model) {
        var texts = frame.texts(request);
        model.addAttribute("page", frame.page(request, texts.text("rollout.title")));
        model.addAttribute("rows", rows(texts));
        return "overview/rollout";
    }

    private List<Row> rows(Texts texts) {
        return uses.all().stream()
                .map(use -> {
                    boolean few = use.patients() < SmallGroups.FEWEST;
                    return new Row(
                            units.name(use.unit()),
                            contents.byId(use.content())
                                    .map(content -> content.name().in(texts.language()))
                                    .orElse(use.content()),
                            texts.formats().moment(use.since()).substring(0, DAY),
                            texts.formats().moment(use.last()).substring(0, DAY),
                            few ? texts.text("rollout.few") : texts.formats().whole(use.patients()),
                            few || use.needed() == 0
                                    ? texts.text("rollout.hidden")
                                    : texts.formats().percent(use.present() / (double) use.needed(), 0));
                })
                .toList();
    }
}
