package se.varjedag.app.results.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.varjedag.app.access.Allowed;
import se.varjedag.app.access.Permission;
import se.varjedag.app.database.StoredText;
import se.varjedag.app.reference.Regions;
import se.varjedag.app.reference.Sweden;
import se.varjedag.app.results.Content;
import se.varjedag.app.results.Issue;
import se.varjedag.app.results.Issues;
import se.varjedag.app.results.Issues.Draft;
import se.varjedag.app.web.Given;
import se.varjedag.app.web.MenuItem;
import se.varjedag.app.web.Texts;
import se.varjedag.app.web.figure.Span;

/// All issues with their calendar, and how a new one is drafted.
@Controller
public class ResultsController {
    static final String PATH = "/resultat";
    private static final String NEW = PATH + "/ny";
    private static final int LONGEST_NAME = 200;

    private final ResultsFrame frame;
    private final Issues issues;

    ResultsController(ResultsFrame frame, Issues issues) {
        this.frame = frame;
        this.issues = issues;
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {
        @Bean
        MenuItem resultsInMenu() {
            return new MenuItem(45, "results.menu", PATH);
        }
    }

    /// An issue of the list.
    ///
    /// @param tone     of its step, as a tag says it
    /// @param days     how long until the planned day, or how late; empty when it is published or dropped
    /// @param comments how many diagnoses are commented; empty where that is not asked
    public record Line(
            String path,
            String name,
            String region,
            String period,
            String planned,
            String days,
            boolean late,
            String step,
            @Nullable String tone,
            String comments) {}

    /// A healthcare region to choose.
    public record Choice(String value, String text, boolean chosen) {}

    @GetMapping(PATH)
    @Allowed(Permission.FIGURES)
    String all(HttpServletRequest request, Model model) {
        var texts = frame.texts(request);
        model.addAttribute("page", frame.page(request, texts.text("results.title")));
        model.addAttribute(
                "lines", frame.seen().stream().map(one -> line(one, texts)).toList());
        model.addAttribute("mayDraft", frame.mayDraft());
        return "results/all";
    }

    private Line line(Issue issue, Texts texts) {
        var formats = texts.formats();
        long days = ChronoUnit.DAYS.between(frame.today(), issue.planned());
        boolean done = switch (issue.step()) {
            case PUBLISHED, DROPPED -> true;
            default -> false;
        };
        return new Line(
                IssueController.PATH + "/" + issue.id(),
                issue.name(),
                Regions.healthcareRegion(issue.healthcareRegion()),
                formats.period(issue.span().from(), issue.span().to()),
                formats.date(issue.planned()),
                done
                        ? ""
                        : days < 0
                                ? texts.text("results.late", -days)
                                : days == 0 ? texts.text("results.today") : texts.text("results.left", days),
                !done && days < 0,
                texts.text("results.step." + issue.step().key()),
                switch (issue.step()) {
                    case PUBLISHED -> "better";
                    case DROPPED -> null;
                    default -> "open";
                },
                comments(issue, texts));
    }

    private String comments(Issue issue, Texts texts) {
        return switch (issue.step()) {
            case COMMENTING, REVIEW -> {
                if (!frame.ready()) {
                    yield "";
                }
                var content = issues.content(issue);
                var hiding = Hiding.of(content);
                long told = content.at(Content.WHOLE).stream()
                        .filter(one -> one.now().n() > 0 && !hiding.hides(one))
                        .count();
                long said = issues.standing(issue.id()).keySet().stream()
                        .filter(figure -> !figure.isEmpty())
                        .count();
                yield texts.text("results.comments.of", said, told);
            }
            case DRAFTED, FROZEN, PUBLISHED, DROPPED -> "";
        };
    }

    @GetMapping(NEW)
    @Allowed(Permission.RESULTS)
    String form(@RequestParam(name = "fel", defaultValue = "") String wrong, HttpServletRequest request, Model model) {
        var texts = frame.texts(request);
        var next = Next.after(frame.today());
        model.addAttribute("page", frame.page(request, texts.text("results.new.title")));
        model.addAttribute("trouble", wrong.isEmpty() ? "" : texts.text("results.new.trouble"));
        model.addAttribute(
                "name", texts.text("results.new.usual", texts.formats().month(next.month())));
        model.addAttribute("span", next.span());
        model.addAttribute("planned", next.planned().toString());
        model.addAttribute("today", frame.today().toString());
        model.addAttribute(
                "regions",
                frame.own().stream()
                        .map(key -> new Choice(key, Regions.healthcareRegion(key), key.equals("sydöst")))
                        .toList());
        return "results/new";
    }

    @PostMapping(NEW)
    @Allowed(Permission.RESULTS)
    String draft(
            @RequestParam(name = "namn", defaultValue = "") String name,
            @RequestParam(name = "sjukvardsregion", defaultValue = "") String region,
            @RequestParam(name = "fran", defaultValue = "") String from,
            @RequestParam(name = "till", defaultValue = "") String to,
            @RequestParam(name = "kant", defaultValue = "") String known,
            @RequestParam(name = "planerad", defaultValue = "") String planned) {
        if (!frame.ready()) {
            return "redirect:/laget";
        }
        var span = span(from, to);
        var moment = moment(known);
        var day = Given.day(planned);
        if (name.isBlank()
                || name.length() > LONGEST_NAME
                || !frame.own().contains(region)
                || span.isEmpty()
                || moment.isEmpty()
                || day.isEmpty()) {
            return "redirect:" + NEW + "?fel=ny";
        }
        long id = issues.draft(
                new Draft(region, StoredText.of(name), span.get(), moment.get(), day.get()), frame.signed());
        return "redirect:" + IssueController.PATH + "/" + id;
    }

    private static Optional<Span> span(String from, String to) {
        return Given.day(from)
                .flatMap(first ->
                        Given.day(to).filter(last -> last.isAfter(first)).map(last -> new Span(first, last)))
                .filter(Issue::wholeMonths);
    }

    /// The end of a day, or now where that has not come; empty where it cannot be read.
    private Optional<Instant> moment(String known) {
        var now = frame.signed().at();
        return Given.day(known)
                .filter(day -> !day.isAfter(frame.today()))
                .map(day -> day.plusDays(1).atStartOfDay(Sweden.TIME).toInstant())
                .map(end -> end.isAfter(now) ? now : end);
    }

    /// The next issue to be published: in April, August or December, of the four months that ended most lately
    /// before it.
    record Next(YearMonth month, Span span, LocalDate planned) {
        private static final int MIDDLE = 15;
        private static final int MONTHS = 4;
        private static final List<Integer> PUBLISHED_IN = List.of(4, 8, 12);

        static Next after(LocalDate today) {
            var all = new TreeMap<LocalDate, Next>();
            for (int year = today.getYear(); year <= today.getYear() + 1; year++) {
                for (int month : PUBLISHED_IN) {
                    var published = YearMonth.of(year, month);
                    // What ended with the December before, this April, or this August.
                    var last = published.minusMonths(MONTHS);
                    var span = new Span(last.minusMonths(MONTHS - 1).atDay(1), last.atEndOfMonth());
                    all.put(published.atDay(MIDDLE), new Next(published, span, published.atDay(MIDDLE)));
                }
            }
            return Objects.requireNonNull(all.ceilingEntry(today)).getValue();
        }
    }
}
